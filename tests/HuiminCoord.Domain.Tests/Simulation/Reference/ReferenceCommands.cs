using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What a command that was carried out means.</summary>
internal static class ReferenceCommands
{
    public static void Apply(ReferenceUnit unit, UnitCommand command, DateTime now)
    {
        if (command is UnitCommand.Begin begin)
        {
            Begin(unit, begin, now);
            return;
        }

        if (command is UnitCommand.Leave leave)
        {
            Amending.Leave(unit, leave.PlanVersion, now);
            return;
        }

        ReferenceWakes.CatchUp(unit, now);
        switch (command)
        {
            case UnitCommand.NameSeat c:
                Name(unit, c, now);
                break;
            case UnitCommand.EndSeat c:
                unit.Seats[c.Seat] = unit.Seats[c.Seat] with { Until = c.LastDay };
                break;
            case UnitCommand.MarkAbsent c:
                unit.Seats[c.Seat] = unit.Seats[c.Seat] with { Absence = (c.From, c.Until) };
                break;
            case UnitCommand.Assign c:
                Assign(unit, c, now);
                break;
            case UnitCommand.ConfirmReceipt c:
                unit.AwaitedReceipts.Remove(c.Paper);
                break;
            case UnitCommand.ProposeMember or UnitCommand.WithdrawMember or UnitCommand.DecideMember:
                SeatChanges.Apply(unit, command, now);
                break;
            case UnitCommand.AdoptCalendar:
                // Catching up was all of it.
                break;
            default:
                DutyCommands.Apply(unit, command, now);
                break;
        }
    }

    private static void Begin(ReferenceUnit unit, UnitCommand.Begin begin, DateTime now)
    {
        var issuedAt = Shanghai.Of(begin.IssuedAt);
        if (unit.PlanVersion != 0)
        {
            Amending.Reach(unit, begin.PlanVersion, issuedAt, now);
            return;
        }

        var version = unit.World.Naming(begin.PlanVersion);
        (unit.Plan, unit.Unit) = (version?.Plan ?? unit.Plan, version?.Unit ?? unit.Unit);
        (unit.PlanVersion, unit.IssuedAt) = (begin.PlanVersion, issuedAt);
        unit.DatesKnownAt = issuedAt;
        unit.Seats[SeatKind.Leader] = new(begin.LeaderTitle, DateOnly.FromDateTime(issuedAt), null, null);
        unit.AwaitedReceipts.Add($"plan-{begin.PlanVersion}");
        Openings.AtIssue(unit, issuedAt);
    }

    private static void Name(ReferenceUnit unit, UnitCommand.NameSeat name, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var seat = new ReferenceSeat(name.Holder.Trim(), name.From ?? today, name.Until, null);
        var same = unit.Seats.TryGetValue(name.Seat, out var old) && old.Holder == seat.Holder && old.Until == seat.Until && old.From <= today && (old.Until ?? today) >= today;
        if (!same)
        {
            unit.Seats[name.Seat] = seat;
            unit.Note(now, $"seat:{name.Seat.ToString().ToLowerInvariant()}");
            SeatChanges.Named(unit, name.Seat, seat.Holder);
        }

        foreach (var duty in unit.Open.Where(d => name.Seat == SeatKind.Liaison && d.Kind == DutyKind.Liaison).ToList())
        {
            DutyCommands.TellAtOnce(unit, "receipt", duty, now);
            duty.FirstSubmitted.TryAdd("all", now);
            duty.Parts["all"] = Stage.Accepted;
            DutyCommands.Settle(unit, duty, now);
        }
    }

    private static void Assign(ReferenceUnit unit, UnitCommand.Assign assign, DateTime now)
    {
        if (unit.Find(assign.Duty.Value) is not null)
        {
            return;
        }

        var kind = assign.Assignment.Kind;
        unit.Open.Add(new(assign.Duty.Value, kind, unit.Plan.Ladders[kind], ["all"]) { Assigned = assign.Assignment, Due = assign.Assignment.Due, Since = now });
        unit.History.Opened.Add(assign.Duty.Value);
        unit.Note(now, $"assigned:{assign.Duty}");
    }
}

/// <summary>Wall-clock time of Asia/Shanghai.</summary>
internal static class Shanghai
{
    public static DateTime Of(DateTimeOffset at) => at.UtcDateTime.AddHours(8);

    public static DateTimeOffset ToInstant(DateTime shanghai) => new(DateTime.SpecifyKind(shanghai, DateTimeKind.Unspecified), TimeSpan.FromHours(8));
}
