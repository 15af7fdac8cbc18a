using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>Before whom an agenda is laid.</summary>
public enum Consenter
{
    /// <summary>召集人.</summary>
    Convenor,

    /// <summary>联席会议办公室主任.</summary>
    Director,

    /// <summary>单位负责同志 of the unit that holds the meeting.</summary>
    Leader,
}

/// <summary>Who agrees with an agenda or returns it, and who confirms minutes.</summary>
/// <remarks>
/// The convenor may always act on a meeting of the joint meeting: a plan that leaves consent to the director lifts work from the convenor and takes
/// no right away. Whoever prepared an agenda may also agree with it: the director, who often submits it, is asked for consent, not for a second
/// pair of eyes. A unit's own meeting is its leader's; the convenor reads it. Minutes of the joint meeting are the convenor's to confirm either way.
/// </remarks>
public static class ConsentRules
{
    /// <summary>Who is asked for consent, and told that an agenda waits.</summary>
    /// <param name="holder">The unit that holds the meeting; null = the joint meeting's own.</param>
    public static Consenter Of(MeetingKind kind, UnitId? holder, Plan plan) =>
        holder is not null ? Consenter.Leader : MeetingDefaults.Of(kind, plan).Consent == AgendaConsent.Director ? Consenter.Director : Consenter.Convenor;

    /// <summary>Why the asker may not agree with an agenda or return it; null = they may. Of a unit's seats the matrix lets only the leader come as far as this.</summary>
    public static Refusal? Refuse(MeetingKind kind, UnitId? holder, Plan plan, MeetingAsker by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return Of(kind, holder, plan) switch
        {
            Consenter.Leader => NotLeader(holder!.Value, plan, by),
            Consenter.Director when by.Directs || by.Convenes => null,
            Consenter.Convenor when by.Convenes => null,
            _ => new Refusal("meeting.consent-of-convenor"),
        };
    }

    /// <summary>Why the asker may not confirm the minutes; null = they may.</summary>
    public static Refusal? RefuseConfirmation(UnitId? holder, Plan plan, MeetingAsker by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return holder is { } unit ? NotLeader(unit, plan, by) : by.Convenes ? null : new Refusal("meeting.consent-of-convenor");
    }

    private static Refusal? NotLeader(UnitId holder, Plan plan, MeetingAsker by) => by.Unit == holder ? null : new Refusal("meeting.consent-of-leader", AgendaComposer.NameOf(plan, holder));
}
