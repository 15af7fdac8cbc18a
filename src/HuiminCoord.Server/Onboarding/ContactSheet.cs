using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace HuiminCoord.Server.Onboarding;

/// <summary>A contact list as a sheet of an XLSX file: the first sheet, a line of headings, a row per person.</summary>
internal static class ContactSheet
{
    private const string Unit = "单位", Seat = "席位", Name = "姓名", Title = "职务", Phone = "电话", Email = "邮箱";

    /// <summary>Lines that are looked through for the headings: lists often begin with a title.</summary>
    private const int HeadingsWithin = 10;

    private static readonly string[] Columns = [Unit, Seat, Name, Title, Phone, Email];
    private static readonly string[] Needed = [Unit, Seat, Name];

    /// <summary>Nothing of a list is left on a disk: its texts fit into memory.</summary>
    private static readonly OpenXmlConfiguration InMemory = new() { EnableSharedStringCache = false };

    private static readonly ContactRow Blank = new(0, "", "", new NamedPerson("", "", "", ""));

    /// <summary>What a spreadsheet shows where it could not compute.</summary>
    private static readonly string[] Failures = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"];

    /// <summary>Reads the rows. Of a formula the value that was saved with it is read; nothing is computed.</summary>
    /// <exception cref="RefusedException"><c>contacts.*</c>: it is no such file.</exception>
    internal static IReadOnlyList<ContactRow> Read(byte[] file)
    {
        if (SheetBounds.Refuse(file) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        try
        {
            using var stream = new MemoryStream(file, writable: false);
            return Rows(stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX, configuration: InMemory).Cast<IDictionary<string, object?>>());
        }
        catch (Exception damaged) when (damaged is not RefusedException and not OutOfMemoryException)
        {
            // The reader has no exception of its own for files that are not what they say.
            throw new RefusedException(new Refusal("contacts.unreadable"));
        }
    }

    /// <summary>An empty list with a line for each seat of each unit.</summary>
    internal static byte[] Template(Plan plan)
    {
        var seats = new[] { SeatKind.Leader, SeatKind.Liaison, SeatKind.Deputy }.Select(k => SeatNames.Of(Domain.Access.SeatAddress.Of(new UnitId("a"), k).Role)).ToList();
        var rows = plan.Units.SelectMany(u => seats.Select(seat => Columns.ToDictionary(c => c, c => (object)(c switch { Unit => u.Name, Seat => seat, _ => "" }))));
        using var stream = new MemoryStream();
        stream.SaveAs(rows, sheetName: "联络人名单");
        return stream.ToArray();
    }

    private static List<ContactRow> Rows(IEnumerable<IDictionary<string, object?>> lines)
    {
        var rows = new List<ContactRow>();
        var (headings, nearest) = ((Dictionary<string, string>?)null, new Dictionary<string, string>());
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            if (headings is not null)
            {
                Add(rows, line, headings, index + 1);
                continue;
            }

            var found = Headings(line);
            nearest = found.Count > nearest.Count ? found : nearest;
            headings = Needed.All(found.ContainsKey) ? found : null;
            if (headings is null && index + 1 == HeadingsWithin)
            {
                break;
            }
        }

        var missing = string.Join('、', Needed.Where(n => !nearest.ContainsKey(n)));
        return headings is null ? throw new RefusedException(new Refusal("contacts.columns-missing", missing))
            : rows.Count == 0 ? throw new RefusedException(new Refusal("contacts.empty"))
            : rows;
    }

    private static void Add(List<ContactRow> rows, IDictionary<string, object?> line, Dictionary<string, string> headings, int number)
    {
        var row = new ContactRow(number, Cell(Unit), Cell(Seat), new NamedPerson(Cell(Name), Cell(Title), Cell(Phone), Cell(Email)));
        if (row with { Row = 0 } == Blank)
        {
            return;
        }

        rows.Add(row);
        if (rows.Count > ContactLists.MostRows)
        {
            throw new RefusedException(new Refusal("contacts.too-many-rows", $"{ContactLists.MostRows}"));
        }

        string Cell(string heading) => headings.TryGetValue(heading, out var column) ? Text(line[column]) : "";
    }

    /// <summary>Which column stands under which heading.</summary>
    private static Dictionary<string, string> Headings(IDictionary<string, object?> line)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, cell) in line)
        {
            var heading = string.Concat(Text(cell).Where(c => !char.IsWhiteSpace(c)));
            if (Columns.Contains(heading))
            {
                found.TryAdd(heading, column);
            }
        }

        return found;
    }

    /// <summary>A telephone number is often kept as a number.</summary>
    private static string Text(object? cell)
    {
        var text = cell switch
        {
            null => "",
            double number when double.IsInteger(number) && Math.Abs(number) < 1e15 => number.ToString("F0", CultureInfo.InvariantCulture),
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
        };
        return Failures.Contains(text) ? "" : text.Trim();
    }
}
