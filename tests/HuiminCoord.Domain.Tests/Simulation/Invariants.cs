using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>What must hold of every message, whatever the model says.</summary>
internal sealed class Invariants(KnownPapers papers)
{
    private readonly HashSet<(string Duty, string Rung, string Recipient)> _given = [];
    private readonly HashSet<(DateTime Slot, string Recipient)> _rows = [];

    /// <summary>The liaison is another person than the member, and so is the deputy: nobody holds two seats on one day.</summary>
    public static string? Broken(UnitState state, DateOnly today) => new[] { state.Leader, state.Liaison, state.Deputy }
        .Where(s => s?.LivingOn(today) == true).GroupBy(s => s!.Holder).Where(g => g.Count() > 1).Select(g => $"{g.Key} holds {g.Count()} seats").FirstOrDefault();

    public string? Broken(UnitEvent.Reminded reminded, PlanSettings settings, DateTimeOffset now)
    {
        var slot = Observed.SlotOf(reminded);
        if (Shanghai.Of(now) - slot is var passed && (passed < TimeSpan.Zero || passed >= TimeSpan.FromMinutes(1)))
        {
            return $"the slot {slot:s} is not the minute of {now}";
        }

        if (!papers.At(Shanghai.Of(now)).Works(DateOnly.FromDateTime(slot)))
        {
            return $"a message on the rest day {slot:s}";
        }

        if (TimeOnly.FromDateTime(slot) < settings.DigestAt || TimeOnly.FromDateTime(slot) >= settings.CloseOfBusiness)
        {
            return $"a message outside office hours at {slot:s}";
        }

        var twice = reminded.Steps.Where(s => s.Fate != StepFate.Undeliverable).FirstOrDefault(s => !_given.Add((s.Duty.Value, s.Rung, s.Recipient)));
        return twice is not null ? $"{twice.Duty} {twice.Rung} came twice to {twice.Recipient}"
            : reminded.Told.FirstOrDefault(r => !_rows.Add((slot, r))) is { } recipient ? $"two rows of {slot:s} for {recipient}"
            : null;
    }
}
