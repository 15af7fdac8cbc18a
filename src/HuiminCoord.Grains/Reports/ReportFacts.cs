using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Plans;

namespace HuiminCoord.Grains.Reports;

/// <summary>What a report's rules decide by, from plan and registers.</summary>
public sealed class ReportFacts(PlanShelf plans, ReportReader registers)
{
    /// <summary>The facts for one command.</summary>
    /// <param name="handed">The sheet that it names, with the parts that it is for; null = none.</param>
    internal async Task<ReportTerms> Of(string campaign, UnitId unit, DutyId duty, (FilledSheet Sheet, IReadOnlyList<string> Parts)? handed, ReportAsker? by)
    {
        var terms = await registers.PlanOf(campaign, unit) is { } version and > 0 ? await plans.Terms(campaign, version, unit) : null;
        var owed = terms?.Find(duty) is { } found && FormRef.IsAskedFor(terms.Plan, found.Kind) ? found : null;
        if (terms is null || owed is null)
        {
            return new(null, null, new Dictionary<string, PartStage>(), null, by);
        }

        var errors = handed is { } what ? await Errors(campaign, terms, duty, what.Sheet, what.Parts) : null;
        return new(owed, terms.Plan.Forms, await registers.Stages(campaign, unit, duty), errors, by);
    }

    /// <summary>Judged by the same checks that pages show, on the sheet as it is kept: nobody hands in what was not looked at.</summary>
    private async Task<IReadOnlyList<SheetProblem>?> Errors(string campaign, UnitTerms terms, DutyId duty, FilledSheet named, IReadOnlyList<string> parts)
    {
        if (await registers.Sheet(campaign, terms.Unit.Id, duty, named.Hash) is not { } sheet || sheet.Nil != named.Nil)
        {
            return null;
        }

        var forms = terms.Plan.Forms!;
        var layout = TableLayout.Of(terms.Plan, forms.Table, terms.Unit);
        var occurrence = Occurrence.Find(terms.Plan, duty)!;
        var history = await registers.History(campaign, terms.Plan, terms.Unit.Id, occurrence);
        return [.. SheetChecks.Of(sheet, layout, forms.Summary, history, parts).Where(p => p.IsError)];
    }
}
