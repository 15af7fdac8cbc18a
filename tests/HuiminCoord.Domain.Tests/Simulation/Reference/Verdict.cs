using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>
/// Why a command must be refused, as the section "Refusals" of the README lists it: every reason that applies. The
/// command is carried out when there is none, and the rules' refusal must be one of them.
/// </summary>
internal static class Verdict
{
    /// <param name="unit">As the log leaves it; what a wake would do first is done to it.</param>
    public static List<string> Of(ReferenceUnit unit, UnitCommand command, DateTime now)
    {
        if (command is not (UnitCommand.Begin or UnitCommand.Leave))
        {
            ReferenceWakes.CatchUp(unit, now);
        }

        return All(unit, command, now);
    }

    public static List<string> Reasons(params (string Code, bool Applies)[] all) => all.Where(r => r.Applies).Select(r => r.Code).ToList();

    private static List<string> All(ReferenceUnit unit, UnitCommand command, DateTime now) => command switch
    {
        UnitCommand.Begin c => Reasons(("unit.already-begun", unit.PlanVersion != 0 && unit.PlanVersion < c.PlanVersion && unit.World.Naming(c.PlanVersion) is null)),
        _ when unit.PlanVersion == 0 => ["unit.not-begun"],
        UnitCommand.Leave => [],
        _ when unit.LeftWith > 0 => ["unit.left"],
        UnitCommand.NameSeat c => Name(unit, c, DateOnly.FromDateTime(now)),
        UnitCommand.EndSeat c => [.. Term(unit, c.Seat, seat => c.LastDay < seat.From), .. Reasons(("seat.same-person", unit.Seats.TryGetValue(c.Seat, out var ending) && MeetsItself(unit, c, ending)))],
        UnitCommand.MarkAbsent c => Term(unit, c.Seat, _ => c.Until < c.From),
        UnitCommand.Assign c => Assign(unit, c, now),
        UnitCommand.AdoptCalendar => [],
        UnitCommand.ProposeMember or UnitCommand.WithdrawMember or UnitCommand.DecideMember => SeatChanges.Refuse(unit, command, now),
        UnitCommand.ConfirmReceipt c => Reasons(("receipt.not-awaited", !unit.AwaitedReceipts.Contains(c.Paper))),
        _ => unit.Find(Target.Of(command)!) is { } duty ? DutyVerdict.Of(unit, duty, command, now) : Missing(unit, Target.Of(command)!),
    };

    private static List<string> Name(ReferenceUnit unit, UnitCommand.NameSeat name, DateOnly today)
    {
        var living = unit.Seats.Where(s => s.Key != name.Seat && s.Value.From <= today && (s.Value.Until ?? today) >= today);
        return Reasons(
            ("seat.name-needed", name.Holder.Trim().Length is 0 or > 40 || name.Title.Length > 40 || name.Phone.Length > 40),
            ("seat.term-not-current", (name.From ?? today) > today || (name.Until ?? today) < today),
            ("seat.same-person", living.Any(s => s.Value.Holder == name.Holder.Trim()) || (name.Seat != SeatKind.Leader && unit.Proposal is { Term: not null } next && next.Holder == name.Holder.Trim())));
    }

    /// <summary>Between the day on which the term ended and the later one the same person sits elsewhere, or will by the meeting's word.</summary>
    private static bool MeetsItself(ReferenceUnit unit, UnitCommand.EndSeat end, ReferenceSeat seat)
    {
        for (var day = (seat.Until ?? end.LastDay).AddDays(1); day <= end.LastDay; day = day.AddDays(1))
        {
            var elsewhere = unit.Seats.Any(s => s.Key != end.Seat && s.Value.Holder == seat.Holder && s.Value.From <= day && (s.Value.Until ?? day) >= day);
            if (elsewhere || (end.Seat != SeatKind.Leader && unit.Proposal is { Term: { } term } next && next.Holder == seat.Holder && term.From <= day))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Term(ReferenceUnit unit, SeatKind kind, Func<ReferenceSeat, bool> reversed) =>
        unit.Seats.TryGetValue(kind, out var seat) ? Reasons(("seat.term-reversed", reversed(seat))) : ["seat.vacant"];

    private static List<string> Assign(ReferenceUnit unit, UnitCommand.Assign assign, DateTime now)
    {
        var (id, what) = (assign.Duty.Value, assign.Assignment);
        if (unit.Find(id) is { Assigned: { } earlier } && earlier == what)
        {
            return [];
        }

        return Reasons(
            ("assignment.id-taken", unit.Find(id) is not null || Planned(unit, id) is not null || OfOthers(unit, id)),
            ("assignment.too-many-open", unit.Open.Count >= 40),
            ("assignment.title-needed", what.Title.Trim().Length == 0 || what.Title.Length > 60),
            ("text.too-long", what.Clause.Length > 60 || what.Source.Length > 60),
            ("assignment.kind-unknown", !unit.Plan.Ladders.ContainsKey(what.Kind)),
            ("assignment.due-in-the-past", what.Due < DateOnly.FromDateTime(now)));
    }

    private static List<string> Missing(ReferenceUnit unit, string id) =>
        Planned(unit, id) is { } planned ? [planned.OpensOn > unit.OpenedThrough && !unit.EverOpened.Contains(id) ? "obligation.not-open-yet" : "obligation.closed"]
        : [OfOthers(unit, id) ? "obligation.not-owed" : "obligation.unknown"];

    private static Openings.Occurring? Planned(ReferenceUnit unit, string id) => unit.Papers.Remembered(unit).FirstOrDefault(o => o.Id == id);

    private static bool OfOthers(ReferenceUnit unit, string id) => unit.Plan.Duties.Where(d => !Openings.IsOwed(unit, d)).SelectMany(Openings.Of).Any(o => o.Id == id);
}
