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
        var (added, changes) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Change>());
        var (figures, same, skipped) = (0, 0, 0);
        foreach (var (field, sent) in look.Fields)
        {
            var (now, says) = (model.TextOf(field), sent.Length > 0);
            if (IsSame(field, now, sent, model.Scene.Form))
            {
                same += says ? 1 : 0;
            }
            else if (!model.CanType(field))
            {
                skipped += says ? 1 : 0;
                continue;
            }
            else if (now.Trim().Length == 0)
            {
                added[field] = sent;
            }
            else
            {
                changes.Add(new(field, now, sent, model.Keeper?.IsSince(field, look.Origin) == true));
            }

            figures += says && CellAt.Find(field) is { } cell && model.Scene.Layout.Applies(cell) ? 1 : 0;
        }

        return new(added, changes, figures, same, skipped);
    }

    /// <summary>12.5 and 12.50 are one figure.</summary>
    private static bool IsSame(string field, string now, string sent, TableForm form) =>
        now.Trim().ReplaceLineEndings("\n") == sent || (CellAt.Find(field) is { } cell && form.Column(cell.Column) is { Kind: var kind }
            && FigureText.Read(now, kind) is ({ } figure, null) && FigureText.Read(sent, kind) is ({ } other, null) && figure == other);
}
