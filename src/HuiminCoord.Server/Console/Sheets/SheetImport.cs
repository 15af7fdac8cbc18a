using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>What a workbook would change in the sheet that stands on the page.</summary>
/// <param name="Added">Fields in which nothing stands.</param>
/// <param name="Changes">Fields in which something else stands: each is asked about.</param>
/// <param name="Figures">Figures in the workbook that the visitor can take over, or that stand here already.</param>
/// <param name="Same">Fields that say the same.</param>
/// <param name="Skipped">Fields that the visitor does not fill in.</param>
internal sealed record SheetImport(IReadOnlyDictionary<string, string> Added, IReadOnlyList<SheetImport.Change> Changes, int Figures, int Same, int Skipped)
{
    /// <summary>A field in which something else stands.</summary>
    /// <param name="IsNewer">It was typed into since the workbook was made: what stands is kept unless its reader says otherwise.</param>
    internal sealed record Change(string Field, string Now, string Sent, bool IsNewer);

    /// <summary>Compares both.</summary>
    internal static SheetImport Between(WorkbookLook look, SheetModel model)
    {
        var form = model.Scene.Form;
        var (same, other) = Split(look.Fields, f => IsSame(f.Key, model.TextOf(f.Key), f.Value, form));
        var (own, foreign) = Split(other, f => model.CanType(f.Key));
        var (empty, standing) = Split(own, f => model.TextOf(f.Key).Trim().Length == 0);
        var changes = standing.Select(f => new Change(f.Key, model.TextOf(f.Key), f.Value, model.Keeper?.IsSince(f.Key, look.Origin) == true)).ToList();
        var figures = same.Concat(own).Count(f => f.Value.Length > 0 && CellAt.Find(f.Key) is { } cell && model.Scene.Layout.Applies(cell));
        return new(empty.ToDictionary(StringComparer.Ordinal), changes, figures, same.Count(f => f.Value.Length > 0), foreign.Count(f => f.Value.Length > 0));
    }

    private static (List<KeyValuePair<string, string>> Are, List<KeyValuePair<string, string>> AreNot) Split(IEnumerable<KeyValuePair<string, string>> fields, Func<KeyValuePair<string, string>, bool> test)
    {
        var by = fields.ToLookup(test);
        return ([.. by[true]], [.. by[false]]);
    }

    /// <summary>12.5 and 12.50 are one figure.</summary>
    private static bool IsSame(string field, string now, string sent, TableForm form) =>
        now.Trim().ReplaceLineEndings("\n") == sent || (CellAt.Find(field) is { } cell && form.Column(cell.Column) is { Kind: var kind }
            && FigureText.Read(now, kind) is ({ } figure, null) && FigureText.Read(sent, kind) is ({ } other, null) && figure == other);
}
