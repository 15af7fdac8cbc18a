using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>Files as people attach them, as small as they are still recognised.</summary>
internal static class Evidence
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.7\n% {text}\n%%EOF\n");

    /// <summary>A PDF of exactly so many bytes.</summary>
    public static byte[] Pdf(string text, int length)
    {
        var content = new byte[length];
        Pdf(text).CopyTo(content, 0);
        new Random(text.Length).NextBytes(content.AsSpan(100));
        return content;
    }

    public static byte[] Word(params (string Name, string Text)[] more) => Package([Types($"{Office}wordprocessingml.document.main+xml"), ("word/document.xml", "<w:document/>"), .. more]);

    public static byte[] Sheet(params (string Name, string Text)[] more) => Package([Types($"{Office}spreadsheetml.sheet.main+xml"), ("xl/workbook.xml", "<workbook/>"), .. more]);

    public static byte[] Ofd() => Package(("OFD.xml", "<ofd:OFD/>"), ("Doc_0/Document.xml", "<ofd:Document/>"));

    public static (string Name, string Text) Types(string main) => ("[Content_Types].xml", $"<Types><Override PartName=\"/main.xml\" ContentType=\"{main}\"/></Types>");

    /// <summary>A ZIP file.</summary>
    public static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return file.ToArray();
    }

    /// <summary>An OLE compound file with these streams; only what is looked at is there.</summary>
    public static byte[] Compound(params string[] streams)
    {
        var file = new byte[512 + (128 * streams.Length) + 77];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        for (var i = 0; i < streams.Length; i++)
        {
            var entry = file.AsSpan(512 + (128 * i), 128);
            Encoding.Unicode.GetBytes(streams[i], entry);
            (entry[64], entry[66]) = ((byte)((streams[i].Length + 1) * 2), 2);
        }

        return file;
    }

    /// <summary>As an upload sends it.</summary>
    public static HttpContent Body(byte[] content) => new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    /// <summary>The office uploads something; its hash.</summary>
    public static Task<string> Upload(TestServer server) => new FileDesk(server, "office-director").Uploaded("检查记录.pdf", Pdf("检查记录"));
}
