using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>
/// Who sits for the unit in the joint meeting: the unit proposes, the meeting decides, and on the first day of the term the
/// holder of the leader's seat is another one. Nothing changes before.
/// </summary>
internal static class SeatChanges
{
    private const int LongestText = 100;

    public static List<string> Refuse(ReferenceUnit unit, UnitCommand command, DateTime now) => command switch
    {
        UnitCommand.ProposeMember c => Propose(unit, c, DateOnly.FromDateTime(now)),
        UnitCommand.WithdrawMember c => Verdict.Reasons(
            ("member.none-pending", unit.Proposal is null), ("member.decided", unit.Proposal?.Term is not null), ("text.too-long", c.Reason.Length > LongestText)),
        UnitCommand.DecideMember c => Decide(unit, c, DateOnly.FromDateTime(now)),
        _ => throw new InvalidOperationException(command.ToString()),
    };

    public static void Apply(ReferenceUnit unit, UnitCommand command, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        switch (command)
        {
            case UnitCommand.ProposeMember c when unit.Proposal is null:
                unit.Proposal = new(c.Holder.Trim(), c.Title.Trim(), c.Phone.Trim(), c.From ?? today, c.Reason.Trim(), today);
                break;
            case UnitCommand.WithdrawMember:
                unit.Proposal = null;
                break;
            case UnitCommand.DecideMember c when !IsAnswered(unit, c):
                Answer(unit, c, now);
                break;
        }
    }

    /// <summary>At the beginning of the first day of the term, before anything else of that day.</summary>
    public static void PassOn(ReferenceUnit unit, DateTime now)
    {
        if (unit.Proposal is { Term: { } term } next && term.From.ToDateTime(TimeOnly.MinValue) <= now)
        {
            unit.Seats[SeatKind.Leader] = new(next.Holder, term.From, term.Until, null);
            unit.Proposal = null;
            unit.Note(now, "seat:leader");
        }
    }

    /// <summary>The person who was asked for, or agreed to, sits there already: there is nothing left to ask for.</summary>
    public static void Named(ReferenceUnit unit, SeatKind seat, string holder) =>
        unit.Proposal = seat == SeatKind.Leader && unit.Proposal?.Holder == holder ? null : unit.Proposal;

    private static void Answer(ReferenceUnit unit, UnitCommand.DecideMember c, DateTime now)
    {
        var (today, asked, basis) = (DateOnly.FromDateTime(now), unit.Proposal!, c.Basis.Trim());
        unit.Changes?.Items.RemoveAll(i => i.StartsWith("member:", StringComparison.Ordinal));
        unit.Note(now, c.Agreed ? "member:agreed" : "member:refused");
        if (!c.Agreed)
        {
            (unit.Proposal, unit.Answer) = (null, new(asked.Holder, false, null, null, basis, today));
            return;
        }

        var from = FirstDay(unit, c, today);
        unit.Proposal = asked with { Term = (from, c.Until, basis) };
        unit.Answer = new(asked.Holder, true, from, c.Until, basis, today);
        PassOn(unit, now);
    }

    private static List<string> Propose(ReferenceUnit unit, UnitCommand.ProposeMember c, DateOnly today)
    {
        var holder = c.Holder.Trim();
        if (unit.Proposal is { } pending)
        {
            var same = pending with { Term = null } == new ReferenceProposal(holder, c.Title.Trim(), c.Phone.Trim(), c.From ?? pending.From, c.Reason.Trim(), pending.On);
            return pending.Term is not null ? ["member.decided"] : same ? [] : ["member.pending"];
        }

        return
        [
            .. Verdict.Reasons(
                ("seat.name-needed", holder.Length is 0 or > 40 || c.Title.Trim().Length > 40 || c.Phone.Trim().Length > 40),
                ("reason.needed", c.Reason.Trim().Length == 0),
                ("text.too-long", c.Reason.Trim().Length > LongestText),
                ("member.day-out-of-range", c.From < today || c.From > today.AddYears(1))),
            .. Person(unit, holder, c.From ?? today),
        ];
    }

    private static List<string> Decide(ReferenceUnit unit, UnitCommand.DecideMember c, DateOnly today)
    {
        var words = Verdict.Reasons(("member.basis-needed", c.Basis.Trim().Length == 0), ("text.too-long", c.Basis.Trim().Length > LongestText));
        if (words.Count > 0 || IsAnswered(unit, c))
        {
            return words;
        }

        if (unit.Proposal is not { } asked)
        {
            return ["member.none-pending"];
        }

        var from = FirstDay(unit, c, today);
        return !c.Agreed ? []
            :
            [
                .. Verdict.Reasons(
                    ("seat.term-reversed", c.Until < from), ("seat.term-not-current", c.Until < today), ("member.day-out-of-range", from < Earliest(unit, today) || from > today.AddYears(1))),
                .. Person(unit, asked.Holder, from > today ? from : today),
            ];
    }

    /// <summary>One person holds one seat, and nobody is proposed who sits there anyway.</summary>
    private static List<string> Person(ReferenceUnit unit, string holder, DateOnly on)
    {
        var held = unit.Seats.Where(s => s.Value.Holder == holder && s.Value.From <= on && (s.Value.Until ?? on) >= on).Select(s => s.Key).ToList();
        return Verdict.Reasons(("member.same-holder", held.Contains(SeatKind.Leader)), ("seat.same-person", held.Exists(k => k != SeatKind.Leader)));
    }

    private static bool IsAnswered(ReferenceUnit unit, UnitCommand.DecideMember c) =>
        unit.Answer is { } answer && (unit.Proposal is null || unit.Proposal.Term is not null) && answer.Basis == c.Basis.Trim() && answer.Agreed == c.Agreed
        && (!c.Agreed || (answer.Until == c.Until && (c.From ?? answer.From) == answer.From));

    private static DateOnly FirstDay(ReferenceUnit unit, UnitCommand.DecideMember c, DateOnly today) =>
        c.From ?? new[] { unit.Proposal!.From, today, Earliest(unit, today) }.Max();

    /// <summary>After the first day of whoever sits there now: no term is wiped out.</summary>
    private static DateOnly Earliest(ReferenceUnit unit, DateOnly today) => unit.Seats.TryGetValue(SeatKind.Leader, out var sits) ? sits.From.AddDays(1) : today;
}

/// <summary>Whom the unit asks for.</summary>
internal sealed record ReferenceProposal(string Holder, string Title, string Phone, DateOnly From, string Reason, DateOnly On)
{
    /// <summary>What the meeting agreed to; null = it has not decided.</summary>
    public (DateOnly From, DateOnly? Until, string Basis)? Term { get; init; }
}

/// <summary>What the meeting answered last.</summary>
internal sealed record ReferenceAnswer(string Holder, bool Agreed, DateOnly? From, DateOnly? Until, string Basis, DateOnly On);
