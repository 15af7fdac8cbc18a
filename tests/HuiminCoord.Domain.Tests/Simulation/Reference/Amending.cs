using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What a later version of the plan changes for a unit. README, "Amendments".</summary>
internal static class Amending
{
    /// <summary>Version N reaches the unit.</summary>
    public static void Reach(ReferenceUnit unit, int version, DateTime issuedAt, DateTime now)
    {
        if (version <= Math.Max(unit.PlanVersion, unit.LeftWith) || unit.World.Naming(version) is not { Unit: { } member } named)
        {
            return;
        }

        ReferenceWakes.Revise(unit, now);
        ReferenceWakes.CatchUp(unit, now);
        var passed = unit.Open.ToDictionary(d => d.Id, d => PassedRungs(unit, d, now));
        (unit.PlanVersion, unit.Plan, unit.Unit, unit.LeftWith) = (version, named.Plan, member, 0);
        var ended = End(unit);
        var replanned = unit.Open.Where(d => Stays(unit, d, issuedAt)).Select(d => d.Id).ToList();
        foreach (var duty in unit.Open.ToList())
        {
            FollowParts(unit, duty);
            DutyCommands.Settle(unit, duty, now);
            FollowLadder(unit, duty, replanned.Contains(duty.Id) ? null : passed[duty.Id], now);
        }

        var brought = Begin(unit, issuedAt, now);
        unit.AwaitedReceipts.Clear();
        unit.AwaitedReceipts.Add($"plan-{version}");
        Note(unit, now, [$"plan:{version}", .. replanned.Select(d => $"replanned:{d}"), .. ended.Select(d => $"ended:{d}"), .. brought.Select(d => $"brought:{d}")]);
        unit.History.Amendments.Add(Amendment.Of(version, issuedAt, replanned, ended));
    }

    /// <summary>Version N does not name the unit.</summary>
    public static void Leave(ReferenceUnit unit, int version, DateTime now)
    {
        if (version <= unit.PlanVersion || unit.LeftWith > 0)
        {
            return;
        }

        ReferenceWakes.CatchUp(unit, now);
        unit.History.Amendments.Add(Amendment.Of(version, now, [], unit.Open.Select(d => d.Id)) with { Left = true });
        unit.Open.Clear();
        unit.AwaitedReceipts.Clear();
        unit.Changes = null;
        unit.Proposal = null;
        unit.LeftWith = version;
    }

    /// <summary>Rule 5, of a duty whose opening has come.</summary>
    public static bool MayBegin(Openings.Occurring one, DateOnly issuedOn) => one.Due is null || one.Due >= issuedOn || one.Duty.Kind == DutyKind.Liaison;

    private static HashSet<string> PassedRungs(ReferenceUnit unit, ReferenceDuty duty, DateTime now) =>
        [.. unit.RungsOf(duty, unit.DaysAt(now)).Where(r => r.At <= now).Select(r => r.Id)];

    /// <summary>Rule 1.</summary>
    private static List<string> End(ReferenceUnit unit)
    {
        var ended = unit.Open.Where(d => d.Assigned is null && Planned(unit, d) is null).ToList();
        ended.ForEach(d => unit.Open.Remove(d));
        return ended.ConvertAll(d => d.Id);
    }

    /// <summary>Rule 2; true when the obligation is replanned.</summary>
    private static bool Stays(ReferenceUnit unit, ReferenceDuty duty, DateTime issuedAt)
    {
        if (Planned(unit, duty) is not { } planned || planned.Due == duty.Named)
        {
            return false;
        }

        duty.Named = planned.Due;
        var comes = planned.Due is not { } date || (date >= DateOnly.FromDateTime(issuedAt) && (!duty.HasOwnDate || date > duty.Due));
        if (duty.Reported || !comes)
        {
            duty.HasOwnDate = !duty.EnteredLate;
            duty.Due = duty.EnteredLate ? planned.Due : duty.Due;
            return false;
        }

        (duty.Due, duty.HasOwnDate, duty.Asked, duty.Since, duty.EnteredLate) = (planned.Due, false, null, issuedAt, planned.Due is null);
        duty.Grants++;
        return true;
    }

    /// <summary>Rule 3.</summary>
    private static void FollowParts(ReferenceUnit unit, ReferenceDuty duty)
    {
        if (Planned(unit, duty) is not { } planned)
        {
            return;
        }

        var (before, notOwedBefore) = (duty.Parts.ToDictionary(), duty.NotOwed.ToHashSet());
        duty.PartIds = Openings.PartsOf(planned);
        duty.Parts.Clear();
        duty.NotOwed.Clear();
        foreach (var part in duty.PartIds)
        {
            var kept = notOwedBefore.Contains(part) ? Stage.Open : before.GetValueOrDefault(part);
            if (part == "table" && unit.Unit.Table == TableProfile.None && kept is (Stage.Open or Stage.Returned))
            {
                duty.NotOwed.Add(part);
                Drop(duty, part);
                kept = Stage.Waived;
            }

            duty.Parts[part] = kept == Stage.Open && duty.Reported ? Stage.Waived : kept;
        }

        before.Keys.Except(duty.PartIds).ToList().ForEach(p => Drop(duty, p));
    }

    public static void Drop(ReferenceDuty duty, string part)
    {
        duty.CameBack.Remove(part);
        if (duty.FirstSubmitted.Remove(part, out var at) && !(at < duty.SubmittedInDropped))
        {
            duty.SubmittedInDropped = at;
        }
    }

    /// <summary>Rule 4.</summary>
    /// <param name="passed">What the earlier version had planned by now; null = the obligation was replanned.</param>
    private static void FollowLadder(ReferenceUnit unit, ReferenceDuty duty, HashSet<string>? passed, DateTime now)
    {
        duty.Kind = Planned(unit, duty)?.Duty.Kind ?? duty.Kind;
        duty.Ladder = unit.Plan.Ladders[duty.Kind];
        duty.NextDue = Planned(unit, duty)?.NextDue;
        duty.Plan = null;
        if (passed is not null)
        {
            duty.Given.UnionWith(PassedRungs(unit, duty, now).Except(passed));
        }
    }

    /// <summary>Rule 5.</summary>
    private static List<string> Begin(ReferenceUnit unit, DateTime issuedAt, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var begun = new List<string>();
        foreach (var one in unit.Papers.Remembered(unit))
        {
            var opening = one.OpensOn?.ToDateTime(TimeOnly.MinValue) ?? issuedAt;
            if (opening <= now && unit.EverOpened.Add(one.Id) && MayBegin(one, DateOnly.FromDateTime(issuedAt)))
            {
                Openings.Open(unit, one, opening > issuedAt ? opening : issuedAt, issuedAt);
                begun.Add(one.Id);
            }
        }

        unit.OpenedThrough = today;
        return begun;
    }

    private static Openings.Occurring? Planned(ReferenceUnit unit, ReferenceDuty duty) =>
        duty.Assigned is null ? unit.Papers.Remembered(unit).Find(o => o.Id == duty.Id) : null;

    private static void Note(ReferenceUnit unit, DateTime now, IEnumerable<string> changes)
    {
        foreach (var change in changes)
        {
            unit.Note(now, change);
        }
    }
}
