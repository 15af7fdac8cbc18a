using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What a meeting rules of its members, and when that is carried out: with the confirmed minutes, by the unit's actor or the campaign's.</summary>
public static class RulingRules
{
    /// <summary>The first ruling that was not carried out, with its item; null = none: state → next action.</summary>
    public static (string Item, MemberRuling Ruling)? NextToCarry(MeetingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Stage != MeetingStage.Confirmed ? null
            : state.Session!.Rulings.Where(r => !r.Value.Carried).Select(r => ((string, MemberRuling)?)(r.Key, r.Value)).FirstOrDefault();
    }

    /// <summary>What of it cannot be known here, because only the unit's actor knows its seats, is judged when it is carried out.</summary>
    internal static Decision<MeetingEvent> Rule(MeetingState state, MeetingCommand.RuleOnMember c, DateTimeOffset now)
    {
        var latest = ChinaTime.DateOf(now).AddYears(1);
        if (state.Agenda.Find(i => i.Id == c.Item && i.Removed is null) is not { } item)
        {
            return new Refusal("agenda.item-unknown", c.Item);
        }

        if (MemberRuling.RowOf(item) is not { } row)
        {
            return new Refusal("session.not-about-members");
        }

        MemberRuling? ruling = c.Agreed is { } agreed ? new(row, agreed, c.From, c.Until, Subject: item.Subject ?? "") : null;
        return (c.From ?? c.Until) is not null && !(ruling is { Agreed: true, IsOfSeat: true }) ? new Refusal("session.day-not-asked")
            : c.Until < c.From ? new Refusal("seat.term-reversed", $"{c.From:yyyy-MM-dd}", $"{c.Until:yyyy-MM-dd}")
            : c.From > latest ? new Refusal("member.day-out-of-range", $"{ChinaTime.DateOf(now):yyyy-MM-dd}", $"{latest:yyyy-MM-dd}")
            : state.Session!.Rulings.GetValueOrDefault(c.Item) == ruling ? Decision<MeetingEvent>.Nothing
            : Decision<MeetingEvent>.Keep(new MeetingEvent.MemberRuled(c.Item, ruling));
    }

    internal static Decision<MeetingEvent> Carried(MeetingState state, MeetingCommand.ConfirmRuling c) =>
        NextToCarry(state) is { } next && next.Item == c.Item
            ? Decision<MeetingEvent>.Keep(new MeetingEvent.RulingCarried(c.Item, next.Ruling.Row, c.Refused))
            : Decision<MeetingEvent>.Nothing;
}
