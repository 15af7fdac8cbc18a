using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A sheet on a page: what stands in it now, saved or not, what is wrong with it, and what its visitor may type into.</summary>
public sealed class SheetModel
{
    internal SheetModel(SheetScene scene, SheetKeeper? keeper, SheetRights rights)
    {
        (Scene, Keeper, Rights) = (scene, keeper, rights);
        keeper?.Merge(scene.Found.Sheet);
        Judge();
    }

    /// <summary>As it was read last.</summary>
    internal SheetScene Scene { get; private set; }

    /// <summary>Saves it; null while the page is only drawn.</summary>
    internal SheetKeeper? Keeper { get; }

    internal SheetRights Rights { get; }

    /// <summary>The sheet that stands now.</summary>
    internal ReportSheet Sheet { get; private set; } = ReportSheet.Empty;

    /// <summary>Everything that is wrong with it, or looks wrong.</summary>
    internal IReadOnlyList<SheetProblem> Problems { get; private set; } = [];

    /// <summary>The same by cell.</summary>
    internal ILookup<CellAt, SheetProblem> At { get; private set; } = Array.Empty<SheetProblem>().ToLookup(_ => default(CellAt));

    /// <summary>Remarks that the unit's approver is writing; null while none are asked for.</summary>
    internal List<RemarkDraft>? Returning { get; set; }

    /// <summary>True while the visitor can type into it.</summary>
    internal bool CanWrite => Rights.Fill && Scene.IsOpen;

    /// <summary>Cells of the table that the visitor fills in.</summary>
    internal IEnumerable<CellAt> OwnCells => Scene.Layout.Cells.Where(c => CanType(c.ToString()));

    /// <summary>Those in which nothing stands; with 零报告 none is needed.</summary>
    internal IReadOnlyList<CellAt> Empty => Sheet.Nil ? [] : [.. OwnCells.Where(c => TextOf(c.ToString()).Trim().Length == 0)];

    /// <summary>Errors: with them it is not handed in.</summary>
    internal int Errors => Problems.Count(p => p.IsError);

    /// <summary>Warnings that nobody has answered.</summary>
    internal int Questions => Problems.Count(p => p is { IsError: false, IsAnswered: false });

    /// <summary>What stands in a field.</summary>
    internal string TextOf(string field) => Keeper?.TextOf(field) ?? Scene.Found.Sheet.Typed.GetValueOrDefault(field) ?? "";

    /// <summary>True when the visitor can type into a field.</summary>
    internal bool CanType(string field)
    {
        if (!CanWrite)
        {
            return false;
        }

        var cell = SheetFields.CellOf(field);
        return Rights.Section is { } section ? cell is { } own && Scene.Place.IsOfSection(own, section) && Scene.IsAsked(DutyPart.Table)
            : field is SheetFields.Nil or SheetFields.Phone || Scene.IsAsked(cell is null ? DutyPart.Summary : DutyPart.Table);
    }

    /// <summary>Fields were typed into, pasted or filled; answers what stood in them.</summary>
    internal IReadOnlyDictionary<string, string> Type(IReadOnlyDictionary<string, string> fields)
    {
        var own = fields.Where(f => CanType(f.Key)).ToDictionary(StringComparer.Ordinal);
        var before = own.Keys.ToDictionary(f => f, TextOf, StringComparer.Ordinal);
        Keeper?.Type(own);
        return before;
    }

    /// <summary>One field was typed into.</summary>
    internal void Type(string field, string? text) => Type(new Dictionary<string, string> { [field] = text ?? "" });

    /// <summary>It was read anew.</summary>
    internal void Renew(SheetScene scene)
    {
        Scene = scene;
        Keeper?.Merge(scene.Found.Sheet);
        Judge();
    }

    /// <summary>Looks at what stands now.</summary>
    internal void Judge()
    {
        var typed = Keeper?.Typed ?? Scene.Found.Sheet.Typed;
        Sheet = SheetFields.Assemble(typed, Scene.Layout, Scene.Place.Forms.Summary).Sheet;
        Problems = ReportFinder.Problems(Scene.Found, typed);
        At = Problems.Where(p => p.At is not null).ToLookup(p => p.At!.Value);
    }

    /// <summary>A remark that is begun: about the part that is looked at, unless its writer says otherwise.</summary>
    internal RemarkDraft NewRemark(string tab) => new() { Part = tab == SheetForm.Summary || Scene.Layout.Sections.Count == 0 ? DutyPart.Summary : DutyPart.Table };

    /// <summary>A cell was chosen while remarks are written: it stands in the first that is empty, or in a new one.</summary>
    /// <returns>Its place among them.</returns>
    internal int Remark(CellAt cell, string name)
    {
        var remark = Returning!.Find(r => r.Place.Trim().Length == 0 && r.Text.Trim().Length == 0);
        if (remark is null)
        {
            Returning.Add(remark = new RemarkDraft());
        }

        (remark.Place, remark.Cell) = (name, cell.ToString());
        return Returning.IndexOf(remark);
    }

    /// <summary>True when the cell that a remark is about holds something else than was handed in.</summary>
    internal bool IsSettled(SheetRemark remark) =>
        remark is { ByOffice: true, At: not null, Said.Cell: { } cell } && Scene.Last.GetValueOrDefault(cell, "") != TextOf(cell);
}
