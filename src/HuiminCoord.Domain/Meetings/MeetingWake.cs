using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>When a meeting does something by itself: it asks members who are silent once more, then tells whoever runs it of them.</summary>
public static class MeetingWake
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Before the start at the latest: the office can still telephone.</summary>
    private static readonly TimeSpan LastCall = TimeSpan.FromHours(2);

    /// <summary>What is due at <paramref name="now"/>.</summary>
    public static Decision<MeetingEvent> DecideWake(MeetingState state, MeetingTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        if (!Waits(state, now))
        {
            return Decision<MeetingEvent>.Nothing;
        }

        var silent = Silent(state);
        List<MeetingEvent> events =
        [
            .. AskAt(state, terms.Calendar) is { } ask && ask <= now ? [new MeetingEvent.AskedAgain(now, silent)] : Array.Empty<MeetingEvent>(),
            .. TellAt(state, terms.Calendar) is { } tell && tell <= now ? [new MeetingEvent.SilenceTold(now, silent)] : Array.Empty<MeetingEvent>(),
        ];
        return events.Count == 0 ? Decision<MeetingEvent>.Nothing : Decision<MeetingEvent>.Keep([.. events]);
    }

    /// <summary>When there is next something to do; null = never.</summary>
    public static DateTimeOffset? NextWake(MeetingState state, MeetingTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        return DecisionRules.NextToHand(state) is not null || RulingRules.NextToCarry(state) is not null ? now + Retry
            : Waits(state, now) ? new[] { AskAt(state, terms.Calendar), TellAt(state, terms.Calendar) }.Min()
            : null;
    }

    /// <summary>Units that have not answered the notice, in the order of the plan. Who holds a meeting is not asked whether it comes.</summary>
    public static IReadOnlyList<UnitId> Silent(MeetingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Arrangement!.Units.Where(u => u != state.Unit && !state.Replies.ContainsKey(u.Value))];
    }

    private static bool Waits(MeetingState state, DateTimeOffset now) =>
        state.Stage == MeetingStage.Noticed && state.Arrangement!.StartsAt > now && Silent(state).Count > 0;

    /// <summary>In the morning of the last working day for answers; null when it was done, or when the notice itself is as late.</summary>
    private static DateTimeOffset? AskAt(MeetingState state, WorkingCalendar calendar) =>
        state.AskedAgainAt is null && ChinaTime.At(calendar.DoBy(state.ReplyBy!.Value), Morning) is var at && at > state.ToldAt ? at : null;

    /// <summary>In the morning after the last day for answers.</summary>
    private static DateTimeOffset? TellAt(MeetingState state, WorkingCalendar calendar)
    {
        var (next, last) = (ChinaTime.At(calendar.AddWorkingDays(state.ReplyBy!.Value, 1), Morning), state.Arrangement!.StartsAt - LastCall);
        return !state.SilenceTold && (next < last ? next : last) is var at && at > state.ToldAt ? at : null;
    }
}
