using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>五、（一）: a unit proposes who sits for it in the joint meeting, and the meeting decides.</summary>
/// <remarks>The member is the holder of the leader's seat. Until the first day of the term nothing changes; then duties and messages follow the seat.</remarks>
internal static class MemberRules
{
    /// <summary>Longest reason and basis, in characters: they are kept in the document.</summary>
    internal const int LongestText = 100;

    internal static Decision<UnitEvent> Propose(UnitState state, UnitCommand.ProposeMember c, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        var wish = new MemberProposal(c.Holder.Trim(), c.Title.Trim(), c.Phone.Trim(), c.From ?? today, c.Reason.Trim(), today, null);
        if (state.Member?.Pending is { } pending)
        {
            var again = wish with { ProposedOn = pending.ProposedOn, From = c.From ?? pending.From };
            return pending == again ? Decision<UnitEvent>.Nothing : new Refusal(pending.Agreed is null ? "member.pending" : "member.decided");
        }

        return (RefuseNames(wish) ?? Text(c.Reason, "reason.needed") ?? RefuseDay(wish.From, today, today) ?? RefusePerson(state, wish.Holder, wish.From)) is { } refusal
            ? refusal
            : Decision<UnitEvent>.Keep(new UnitEvent.MemberProposed(wish.Holder, wish.Title, wish.Phone, wish.From, wish.Reason, today));
    }

    internal static Decision<UnitEvent> Withdraw(UnitState state, UnitCommand.WithdrawMember c) =>
        state.Member?.Pending is not { } pending ? new Refusal("member.none-pending")
        : pending.Agreed is not null ? new Refusal("member.decided")
        : c.Reason.Length > LongestText ? new Refusal("text.too-long", $"{LongestText}")
        : Decision<UnitEvent>.Keep(new UnitEvent.MemberWithdrawn(c.Reason.Trim()));

    internal static Decision<UnitEvent> Decide(UnitState state, UnitCommand.DecideMember c, DateTimeOffset now)
    {
        if (Text(c.Basis, "member.basis-needed") is { } unfounded)
        {
            return unfounded;
        }

        if (IsAnswered(state.Member, c))
        {
            return Decision<UnitEvent>.Nothing;
        }

        if (state.Member?.Pending is not { } change)
        {
            return new Refusal("member.none-pending");
        }

        if (c.Holder is not null && (c.Holder != change.Holder || change.Agreed is not null))
        {
            return new Refusal("member.changed-since", change.Holder);
        }

        var (today, basis) = (ChinaTime.DateOf(now), c.Basis.Trim());
        return !c.Agreed ? Decision<UnitEvent>.Keep(new UnitEvent.MemberRefused(basis, today), new UnitEvent.ChangeNoted(now, "member:refused"))
            : Agree(state, new MemberTerm(c.From ?? new[] { change.From, today, FirstDay(state, today) }.Max(), c.Until, basis), change, now);
    }

    /// <summary>The seat passes on at 00:00 of the first day of the term.</summary>
    internal static IEnumerable<UnitEvent> Due(UnitState state, DateTimeOffset now)
    {
        if (state.Member?.Pending is { Agreed: { } term } next && term.From <= ChinaTime.DateOf(now))
        {
            yield return new UnitEvent.SeatNamed(SeatKind.Leader, new Seat(next.Holder, term.From, term.Until), next.Title, next.Phone);
            yield return new UnitEvent.ChangeNoted(now, $"seat:{Recipients.Name(SeatKind.Leader)}");
        }
    }

    /// <summary>When that is, while it is still to come.</summary>
    internal static IEnumerable<DateTimeOffset> SeatedAt(UnitState state) =>
        state.Member?.Pending?.Agreed is { } term ? [ChinaTime.StartOf(term.From)] : [];

    private static Decision<UnitEvent> Agree(UnitState state, MemberTerm term, MemberProposal change, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        if ((RefuseTerm(state, term, today) ?? RefusePerson(state, change.Holder, term.From > today ? term.From : today)) is { } refusal)
        {
            return refusal;
        }

        var agreed = new UnitEvent.MemberAgreed(term.From, term.Until, term.Basis, today);
        return Decision<UnitEvent>.Keep([agreed, new UnitEvent.ChangeNoted(now, "member:agreed"), .. Due(UnitEvolution.Evolve(state, agreed), now)]);
    }

    /// <summary>Deciding once more what was decided changes nothing: minutes may be confirmed twice.</summary>
    private static bool IsAnswered(MemberMatter? matter, UnitCommand.DecideMember c) =>
        matter is { Answered: { } answered, Pending: null or { Agreed: not null } } && answered.Agreed == c.Agreed && answered.Basis == c.Basis.Trim()
        && (!c.Agreed || ((c.From is null || c.From == answered.From) && c.Until == answered.Until));

    private static Refusal? RefuseNames(MemberProposal wish) =>
        wish.Holder.Length is 0 or > SeatRules.LongestName || wish.Title.Length > SeatRules.LongestName || wish.Phone.Length > SeatRules.LongestName
            ? new Refusal("seat.name-needed", $"{SeatRules.LongestName}") : null;

    private static Refusal? Text(string text, string codeWhenEmpty) =>
        FreeText.Refuse(text, codeWhenEmpty) ?? (text.Trim().Length > LongestText ? new Refusal("text.too-long", $"{LongestText}") : null);

    /// <summary>A term that begins before its predecessor's would wipe that one out of the history.</summary>
    private static Refusal? RefuseTerm(UnitState state, MemberTerm term, DateOnly today) =>
        term.Until < term.From ? new Refusal("seat.term-reversed", $"{term.From:yyyy-MM-dd}", $"{term.Until:yyyy-MM-dd}")
        : term.Until < today ? new Refusal("seat.term-not-current", $"{term.From:yyyy-MM-dd}", $"{term.Until:yyyy-MM-dd}")
        : RefuseDay(term.From, FirstDay(state, today), today);

    private static DateOnly FirstDay(UnitState state, DateOnly today) => state.Leader?.From.AddDays(1) ?? today;

    private static Refusal? RefuseDay(DateOnly day, DateOnly first, DateOnly today) =>
        day < first || day > today.AddYears(1) ? new Refusal("member.day-out-of-range", $"{first:yyyy-MM-dd}", $"{today.AddYears(1):yyyy-MM-dd}") : null;

    private static Refusal? RefusePerson(UnitState state, string holder, DateOnly on) =>
        Holds(state.Leader, holder, on) ? new Refusal("member.same-holder")
        : Holds(state.Liaison, holder, on) || Holds(state.Deputy, holder, on) ? new Refusal("seat.same-person", Recipients.Name(SeatKind.Leader))
        : null;

    private static bool Holds(Seat? seat, string holder, DateOnly on) => seat is not null && seat.LivingOn(on) && seat.Holder == holder;
}
