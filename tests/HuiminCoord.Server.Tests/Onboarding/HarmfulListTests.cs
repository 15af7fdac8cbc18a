using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>Files that are no contact list, or mean harm, are refused as a whole and cost little.</summary>
public sealed class HarmfulListTests(OfficeServer fixture) : IClassFixture<OfficeServer>
{
    /// <summary>What is sent, by the code that it is refused with.</summary>
    public static TheoryData<string, string> Files { get; } = new()
    {
        { "no zip", "contacts.unreadable" },
        { "empty", "contacts.unreadable" },
        { "zip without a workbook", "contacts.unreadable" },
        { "half a file", "contacts.unreadable" },
        { "wrong columns", "contacts.columns-missing" },
        { "headings only", "contacts.empty" },
        { "blank sheet", "contacts.columns-missing" },
        { "501 rows", "contacts.too-many-rows" },
        { "more than a megabyte", "contacts.too-large" },
        { "zeros in a part", "contacts.too-large" },
        { "zeros in the sheet", "contacts.unreadable" },
        { "wide extent", "contacts.too-wide" },
        { "wide cell", "contacts.too-wide" },
        { "deep row", "contacts.too-wide" },
        { "a sheet by another name", "contacts.too-wide" },
        { "entities", "contacts.unreadable" },
        { "many parts", "contacts.unreadable" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_is_refused(string what, string code)
    {
        var before = GC.GetTotalAllocatedBytes();
        using var content = new ByteArrayContent(FileOf(what));
        content.Headers.ContentType = new MediaTypeHeaderValue(ContactLists.ContentType);

        var (status, problem) = await fixture.Office.Ask(HttpMethod.Post, $"{Units.Campaign}/contacts", content);

        Assert.Equal((code, code == "contacts.too-large" ? 413 : 422), ((string?)problem["code"], status));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 300L * 1024 * 1024);
    }

    [Fact]
    public async Task Only_a_spreadsheet_is_taken()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        var (status, problem) = await fixture.Office.Ask(HttpMethod.Post, $"{Units.Campaign}/contacts", content);

        Assert.Equal((415, "request.content-type"), (status, (string?)problem["code"]));
    }

    [Fact]
    public async Task Five_hundred_rows_are_taken()
    {
        var rows = Enumerable.Range(1, 500).Select(i => (IReadOnlyList<string>)["无此单位", "联络人", $"联络人{i}"]);
        using var content = new ByteArrayContent(Sheets.Of([Sheets.Headings, .. rows]));
        content.Headers.ContentType = new MediaTypeHeaderValue(ContactLists.ContentType);

        var (status, answer) = await fixture.Office.Ask(HttpMethod.Post, $"{Units.Campaign}/contacts", content);

        Assert.Equal((200, 500), (status, answer["rows"]!.AsArray().Count));
    }

    private static byte[] FileOf(string what) => what switch
    {
        "no zip" => Encoding.UTF8.GetBytes("单位,席位,姓名\n"),
        "empty" => [],
        "zip without a workbook" => Zip(("hello.txt", new byte[10])),
        "half a file" => Sheets.Of(Sheets.Headings)[..400],
        "wrong columns" => Sheets.Of(["部门", "姓名", "手机"], ["教育局", "联络人甲", "1"]),
        "headings only" => Sheets.Of((IReadOnlyList<string>)Sheets.Headings),
        "blank sheet" => Sheets.Raw("<sheetData/>"),
        "501 rows" => Sheets.Of([Sheets.Headings, .. Enumerable.Range(1, 501).Select(i => (IReadOnlyList<string>)["教育局", "联络人", $"联络人{i}"])]),
        "more than a megabyte" => [.. Sheets.Of(Sheets.Headings), .. new byte[ContactLists.MostBytes]],
        "zeros in a part" => Sheets.Raw("<sheetData/>", ("xl/media/zeros.png", new byte[24 * 1024 * 1024])),
        "zeros in the sheet" => Sheets.Raw(Encoding.UTF8.GetString(new byte[10 * 1024 * 1024])),
        "wide extent" => Sheets.Raw("<dimension ref=\"A1:ZZZZZZ9\"/><sheetData><row r=\"1\"/></sheetData>"),
        "wide cell" => Sheets.Raw("<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData>"),
        "deep row" => Sheets.Raw("<sheetData><row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row></sheetData>"),
        "a sheet by another name" => Sheets.Raw("<sheetData/>", ("xl/media/picture.png", Encoding.UTF8.GetBytes("<worksheet><dimension ref=\"A1:ZZZZ1\"/><sheetData>"))),
        "entities" => Sheets.Raw("<sheetData/>", ("xl/sharedStrings.xml", Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><sst>&a;</sst>"))),
        "many parts" => Sheets.Raw("<sheetData/>", [.. Enumerable.Range(0, 250).Select(i => ($"xl/media/{i}.png", new byte[1]))]),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }
}
