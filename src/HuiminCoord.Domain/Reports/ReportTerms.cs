using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>The facts that a report's rules decide by.</summary>
/// <param name="Duty">What the plan says of the obligation; null = the unit owes no report under this id.</param>
/// <param name="Forms">The plan's forms.</param>
/// <param name="Stages">Stages of the obligation's parts as the register knows them.</param>
/// <param name="Errors">What is wrong with the sheet that the command names; null = it was not found.</param>
/// <param name="By">Who asks; null = an actor.</param>
public sealed record ReportTerms(DutyTerms? Duty, FormPlan? Forms, IReadOnlyDictionary<string, PartStage> Stages, IReadOnlyList<SheetProblem>? Errors, ReportAsker? By)
{
    /// <summary>The account that asks.</summary>
    public string Login => By?.Login ?? "";
}
