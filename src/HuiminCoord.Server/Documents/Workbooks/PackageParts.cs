using System.IO.Compression;
using System.Text;
using System.Xml;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>The parts of a guarded workbook, by their names inside it. Nothing outside is ever looked for.</summary>
internal sealed class PackageParts : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly WorkbookLimits _limits;
    private int _elements, _cells;

    /// <param name="file">What <see cref="PackageGuard"/> has let through.</param>
    internal PackageParts(byte[] file, WorkbookLimits limits)
    {
        _limits = limits;
        _zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        _entries = _zip.Entries.ToDictionary(e => e.FullName, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>For texts while they are read in pieces.</summary>
    internal char[] Piece { get; } = new char[1024];

    /// <inheritdoc cref="Piece"/>
    internal StringBuilder Pieces { get; } = new();

    public void Dispose() => _zip.Dispose();

    /// <summary>Reads a part, element by element; does nothing when it is not there.</summary>
    internal void Read(string? name, Action<XmlReader> element)
    {
        if (name is null || !PackageGuard.IsXml(name) || !_entries.TryGetValue(name, out var entry))
        {
            return;
        }

        // Bytes are UTF-8 here, whatever the part says of itself: only as such its tags were looked at.
        using var text = new StreamReader(new BoundedStream(entry.Open(), _limits.Part), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        if (text.Peek() == '\ufeff')
        {
            text.Read();
        }

        using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                Count(xml);
                element(xml);
            }
        }
    }

    /// <summary>Goes on to the next element inside one; false at its end.</summary>
    internal bool Inside(XmlReader xml, int depth)
    {
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                Count(xml);
                return true;
            }
        }

        return false;
    }

    /// <summary>The relations of a part: id, type's last word, the name of the part that it names.</summary>
    internal List<(string Id, string Type, string? Target)> Relations(string part)
    {
        var (found, folder) = (new List<(string, string, string?)>(), part[..(part.LastIndexOf('/') + 1)]);
        Read($"{folder}_rels/{part[folder.Length..]}.rels", xml =>
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External")
            {
                WithinSheets(found.Count);
                found.Add((xml.GetAttribute("Id") ?? "", (xml.GetAttribute("Type") ?? "").Split('/')[^1], Resolve(folder, xml.GetAttribute("Target") ?? "")));
            }
        });
        return found;
    }

    /// <summary>Counts a cell that says something.</summary>
    internal void CountCell()
    {
        if (++_cells > _limits.Cells)
        {
            throw new UnreadableWorkbookException("workbook.too-many-cells");
        }
    }

    internal static void WithinSheets(int count)
    {
        if (count >= WorkbookLimits.Sheets)
        {
            throw new UnreadableWorkbookException("workbook.too-many-parts", $"{WorkbookLimits.Sheets}");
        }
    }

    /// <summary>A name as a part of another folder says it; null when it leads out of the file.</summary>
    private static string? Resolve(string folder, string target)
    {
        var names = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Split('/').Where(n => n is not ("" or ".")))
        {
            if (name != "..")
            {
                names.Add(name);
            }
            else if (names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return string.Join('/', names);
    }

    private void Count(XmlReader xml)
    {
        if (++_elements > _limits.Elements || xml.Depth > WorkbookLimits.Depth)
        {
            throw new UnreadableWorkbookException("workbook.too-many-cells");
        }
    }
}
