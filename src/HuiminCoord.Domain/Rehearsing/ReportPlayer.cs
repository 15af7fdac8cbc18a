using System.Diagnostics.CodeAnalysis;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>What one unit does with its reports that have a form, and what the office finds wrong with them.</summary>
/// <param name="isNil">Which months the unit hands in as 零报告.</param>
internal sealed class ReportPlayer(int seed, UnitTerms terms, Func<DutyId, bool> isNil)
{
    /// <summary>How long before its approval a sheet is laid before the leader.</summary>
    private static readonly TimeSpan Filling = TimeSpan.FromMinutes(5);

    private readonly SeededSheet? _sheets = terms.Plan.Forms is { } forms ? new(seed, terms.Plan, forms, TableLayout.Of(terms.Plan, forms.Table, terms.Unit), terms.Unit.Id, isNil) : null;

    private UnitId Unit => terms.Unit.Id;

    /// <summary>The liaison fills it in and the leader approves it at <paramref name="at"/>; null for what has no form.</summary>
    /// <param name="what">submitted or corrected: a correction brings the returned part alone.</param>
    internal IEnumerable<PlayedAction>? Fill(DutyTerms duty, DateTimeOffset at, string what, bool nil, bool wrong)
    {
        if (!HasForm(duty))
        {
            return null;
        }

        IReadOnlyList<string> parts = what == "corrected" ? [Returned(duty)] : [.. duty.Parts.Where(p => !duty.ExcludedParts.Contains(p))];
        var sheet = _sheets.Of(Occurrence.Find(terms.Plan, duty.Id)!, nil, wrong);
        var key = $"play/{Unit}/{duty.Id}/{what}";
        return
        [
            new PlayedAction.ToReport(at - Filling, Recipients.Of(Unit, SeatKind.Liaison), $"{key}-filled", Unit, duty.Id, parts, sheet, Approves: false),
            new PlayedAction.ToReport(at, Recipients.Of(Unit, SeatKind.Leader), key, Unit, duty.Id, parts, sheet, Approves: true),
        ];
    }

    /// <summary>The office returns the last part; with a form, the cell with the slip in it.</summary>
    internal UnitCommand.Return Return(DutyTerms duty)
    {
        var part = Returned(duty);
        var slip = part != DutyPart.Table || !HasForm(duty) ? null : _sheets.Slip(_sheets.Of(Occurrence.Find(terms.Plan, duty.Id)!, nil: false).Figures, duty.Id.Value);
        return new(duty.Id, part, [slip is { } cell ? AtCell(cell) : new Remark("第2行“检查经营主体”", "与小结所述数量不一致，请核实")]);
    }

    private Remark AtCell(CellAt cell)
    {
        var table = terms.Plan.Forms!.Table;
        return new($"{table.Section(cell.Section)!.Name}，{table.Column(cell.Column)!.Name}", "与往期相差较大，请核实是否多录一个0。", cell.ToString());
    }

    [MemberNotNullWhen(true, nameof(_sheets))]
    private bool HasForm(DutyTerms duty) => _sheets is not null && FormRef.IsAskedFor(terms.Plan, duty.Kind);

    private static string Returned(DutyTerms duty) => duty.Parts.Last(p => !duty.ExcludedParts.Contains(p));
}
