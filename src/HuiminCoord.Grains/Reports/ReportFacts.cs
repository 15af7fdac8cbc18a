using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Plans;

namespace HuiminCoord.Grains.Reports;

/// <summary>What a report's rules decide by, from plan and registers.</summary>
public sealed class ReportFacts(PlanShelf plans, ReportReader registers)
{
    /// <summary>The facts for one command.</summary>
    /// <param name="sheet">The sheet that it names; null = none.</param>
    internal async Task<ReportTerms> Of(string campaign, UnitId unit, DutyId duty, FilledSheet? sheet, ReportAsker? by)
    {
        var terms = await registers.PlanOf(campaign, unit) is { } version and > 0 ? await plans.Terms(campaign, version, unit) : null;
        var owed = terms?.Find(duty) is { } found && FormRef.IsAskedFor(terms.Plan, found.Kind) ? found : null;
        if (terms is null || owed is null)
        {
            return new(null, null, new Dictionary<string, PartStage>(), null, by);
        }

        var errors = sheet is null ? null : await Errors(campaign, terms, duty, sheet);
        return new(owed, terms.Plan.Forms, await registers.Stages(campaign, unit, duty), errors, by);
    }

    private async Task<IReadOnlyList<SheetProblem>?> Errors(string campaign, UnitTerms terms, DutyId duty, FilledSheet named)
    {
        var sheet = await registers.Sheet(campaign, terms.Unit.Id, duty, named.Hash);
        return sheet is null || sheet.Nil != named.Nil ? null : [];
    }
}
