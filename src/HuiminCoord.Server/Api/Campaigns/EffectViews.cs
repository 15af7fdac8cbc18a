using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>What an amendment would do to the units by the campaign's clock of this moment. Every member is asked for a receipt besides.</summary>
/// <param name="Counts">Over all units.</param>
/// <param name="Complete">False when more changes than is listed; the counts are complete.</param>
/// <param name="Units">Units for which something changes.</param>
internal sealed record EffectsView(EffectCounts Counts, bool Complete, IReadOnlyList<UnitEffectView> Units)
{
    /// <summary>Most duties and warnings listed; all are counted.</summary>
    internal const int MostListed = 500;

    internal static EffectsView None { get; } = new(EffectCounts.Of([]), true, []);

    internal static EffectsView Of(IReadOnlyList<UnitEffect> effects, Language language)
    {
        var room = MostListed;
        var (units, complete) = (new List<UnitEffectView>(), true);
        foreach (var effect in effects.Where(e => !e.IsNone))
        {
            var warnings = effect.Warnings.Take(room).ToList();
            var duties = effect.Duties.Take(room - warnings.Count).ToList();
            complete = complete && warnings.Count + duties.Count == effect.Warnings.Count + effect.Duties.Count;
            room -= warnings.Count + duties.Count;
            units.Add(new(
                effect.Unit.Id.Value, effect.Unit.Name, effect.Change, EffectCounts.Of([effect]),
                [.. warnings.Select(w => WarningView.Of(w, language))], [.. duties.Select(DutyEffectView.Of)]));
        }

        return new(EffectCounts.Of(effects), complete, units);
    }
}

/// <summary>How much changes.</summary>
/// <param name="Open">Duties that open at once, or are open.</param>
/// <param name="Coming">Duties that open later: nobody was told a date of them.</param>
/// <param name="Reminders">Reminders of open duties, planned and not given.</param>
/// <param name="Warnings">Dates of the amended plan that do not hold, mostly because they have passed.</param>
internal sealed record EffectCounts(DutyCounts Open, DutyCounts Coming, ReminderCounts Reminders, int Warnings)
{
    internal static EffectCounts Of(IReadOnlyList<UnitEffect> effects)
    {
        var duties = effects.SelectMany(e => e.Duties).ToList();
        return new(
            DutyCounts.Of(duties.Where(d => d.Open)), DutyCounts.Of(duties.Where(d => !d.Open)),
            ReminderCounts.Of(duties.Where(d => d.Open).SelectMany(d => d.Steps)), effects.Sum(e => e.Warnings.Count));
    }
}

/// <summary>Duties by what happens to them.</summary>
/// <param name="Begin">They open; those that come later: they will open, and would not have.</param>
/// <param name="End">They end, or do not open any more.</param>
/// <param name="Redated">They get another 报送时限.</param>
/// <param name="Parts">Their date stays; what has to be handed in changes.</param>
internal sealed record DutyCounts(int Begin, int End, int Redated, int Parts)
{
    internal static DutyCounts Of(IEnumerable<DutyEffect> duties)
    {
        var by = duties.CountBy(d => d.Change).ToDictionary();
        return new(by.GetValueOrDefault(DutyChange.Begins), by.GetValueOrDefault(DutyChange.Ends), by.GetValueOrDefault(DutyChange.Redated), by.GetValueOrDefault(DutyChange.Parts));
    }
}

/// <summary>Reminders by what happens to them.</summary>
internal sealed record ReminderCounts(int Added, int FallAway, int Moved)
{
    internal static ReminderCounts Of(IEnumerable<MovedStep> steps)
    {
        var all = steps.ToList();
        return new(all.Count(s => s.From is null), all.Count(s => s.To is null), all.Count(s => s.From is not null && s.To is not null));
    }
}

/// <summary>What happens to one unit.</summary>
internal sealed record UnitEffectView(
    string Unit, string UnitName, MemberChange Change, EffectCounts Counts, IReadOnlyList<WarningView> Warnings, IReadOnlyList<DutyEffectView> Duties);

/// <summary>What happens to one duty of a unit.</summary>
/// <param name="Open">False when it opens later.</param>
/// <param name="Was">报送时限 in force before; null = undated, or it was not there.</param>
/// <param name="Is">报送时限 in force afterwards; null = undated, or it is not there.</param>
/// <param name="Parts">Parts whose stage changes.</param>
/// <param name="Steps">Reminders that fall away, are added or move.</param>
internal sealed record DutyEffectView(
    string Duty, string Title, DutyChange Change, bool Open, DateOnly? Was, DateOnly? Is, IReadOnlyList<PartEffectView> Parts, IReadOnlyList<MovedStepView> Steps)
{
    internal static DutyEffectView Of(DutyEffect effect) =>
        new(effect.Duty.Value, effect.Title, effect.Change, effect.Open, effect.Was, effect.Is, [.. effect.Parts.Select(p => new PartEffectView(p.Part, p.Was, p.Is))], [.. effect.Steps.Select(MovedStepView.Of)]);
}

/// <summary>A part whose stage changes.</summary>
/// <param name="Was">Null = the duty did not have it.</param>
/// <param name="Is">Null = the duty does not have it any more.</param>
internal sealed record PartEffectView(string Part, PartStage? Was, PartStage? Is);
