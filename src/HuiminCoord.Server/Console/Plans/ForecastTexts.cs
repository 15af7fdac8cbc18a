using System.Text.Json;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Says what the API's preview of an amendment found.</summary>
internal sealed class ForecastTexts(PageWords words)
{
    private PageWords Words { get; } = words;

    /// <param name="preview">What was found.</param>
    /// <param name="present">The version in force.</param>
    /// <param name="json">The text that was looked at.</param>
    internal ForecastView Of(AmendmentPreview preview, Plan present, string json)
    {
        var reading = PlanReader.Read(json);
        return new(
            preview.Version, preview.Acceptable, new ProblemTexts(Words).Of(SketchPlaces.Of(json, preview.Problems)), preview.Refusal is { } refusal ? $"{refusal.Title}：{refusal.Detail}" : null,
            reading.Plan is { } next ? new DifferenceLines(Words, present, next).Of(preview.Differences) : [],
            preview.Acceptable ? [.. Totals(preview.Effects.Counts)] : [], Groups(preview.Effects.Units), preview.Effects.Complete);
    }

    private IEnumerable<string> Totals(EffectCounts counts)
    {
        yield return Words["plan.total.open", counts.Open.Begin, counts.Open.End, counts.Open.Redated, counts.Open.Parts];
        yield return Words["plan.total.reminders", counts.Reminders.Added, counts.Reminders.FallAway, counts.Reminders.Moved];
        yield return Words["plan.total.coming", counts.Coming.Begin, counts.Coming.End, counts.Coming.Redated];
        if (counts.Warnings > 0)
        {
            yield return Words["plan.total.warnings", counts.Warnings];
        }
    }

    /// <summary>Mostly all units are alike: eleven tables that say the same would hide the one that differs.</summary>
    private IReadOnlyList<EffectGroup> Groups(IReadOnlyList<UnitEffectView> units) =>
    [
        .. units.GroupBy(u => JsonSerializer.Serialize(new { u.Change, u.Warnings, u.Duties })).Select(g => new EffectGroup(
            string.Join(Words["page.comma"], g.Select(u => u.UnitName)), g.Count(), [.. Member(g.First().Change), .. g.First().Duties.Select(Duty)], [.. g.First().Warnings.Select(w => w.Says)])),
    ];

    private IEnumerable<string> Member(MemberChange change) => change == MemberChange.Stays ? [] : [Words[$"plan.member.{change}"]];

    private string Duty(DutyEffectView duty)
    {
        var what = duty.Change switch
        {
            DutyChange.Begins => Words["plan.effect.begins", duty.Title, DateTexts.Short(duty.Is)],
            DutyChange.Ends => Words["plan.effect.ends", duty.Title],
            DutyChange.Redated => Words["plan.effect.redated", duty.Title, DateTexts.Short(duty.Was), DateTexts.Short(duty.Is)],
            DutyChange.Parts => Words["plan.effect.parts", duty.Title, string.Join(Words["page.comma"], duty.Parts.Select(Part))],
            _ => Words["plan.effect.reminders", duty.Title],
        };
        return what + Steps(duty.Steps) + (duty.Open ? "" : Words["plan.effect.coming"]);
    }

    private string Part(PartEffectView part) => Words[$"plan.part.{part.Part}"] + (part switch
    {
        { Was: null } => Words["plan.partEffect.added"],
        { Is: null } => Words["plan.partEffect.gone"],
        { Is: PartStage.Waived } => Words["plan.partEffect.waived"],
        _ => Words["plan.partEffect.owed"],
    });

    private string Steps(IReadOnlyList<MovedStepView> steps) => steps.Count == 0 ? ""
        : Words["plan.effect.steps", steps.Count(s => s.From is null), steps.Count(s => s.To is null), steps.Count(s => s.From is not null && s.To is not null)];
}
