using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What may be said of a meeting's time, place and members.</summary>
internal static class ArrangementRules
{
    /// <summary>Longest title and place.</summary>
    internal const int LongestName = 60;

    /// <summary>Longest post, and longest name of a guest.</summary>
    internal const int LongestPost = 40;

    internal const int ShortestMinutes = 10;
    internal const int LongestMinutes = 480;
    internal const int MostGuests = 20;

    /// <summary>After its last day a campaign still sums up and takes leave.</summary>
    private const int AftermathDays = 90;

    /// <summary>Why it cannot be so; null = it can.</summary>
    internal static Refusal? Refuse(MeetingArrangement a, Plan plan, DateTimeOffset now) =>
        Named(a.Title, LongestName) ? Words(a) ?? Members(a, plan) ?? Time(a, plan, now) : new Refusal("meeting.title-needed", $"{LongestName}");

    private static Refusal? Words(MeetingArrangement a) =>
        !Named(a.Place, LongestName) ? new Refusal("meeting.place-needed", $"{LongestName}")
        : !Named(a.Chair, LongestPost) ? new Refusal("meeting.chair-needed", $"{LongestPost}")
        : a.Guests.Count > MostGuests || !a.Guests.All(g => Named(g, LongestPost)) ? new Refusal("meeting.guests-malformed", $"{MostGuests}", $"{LongestPost}")
        : null;

    private static Refusal? Members(MeetingArrangement a, Plan plan) =>
        a.Units.Count == 0 ? new Refusal("meeting.members-needed")
        : a.Units.FirstOrDefault(u => plan.Unit(u) is null) is { Value: not null } stranger ? new Refusal("unit.unknown", stranger.Value)
        : a.Units.Distinct().Count() < a.Units.Count ? new Refusal("meeting.member-twice")
        : null;

    internal static Refusal? Time(MeetingArrangement a, Plan plan, DateTimeOffset now) =>
        a.Minutes is < ShortestMinutes or > LongestMinutes ? new Refusal("meeting.minutes-out-of-range", $"{ShortestMinutes}", $"{LongestMinutes}")
        : a.StartsAt <= now ? new Refusal("meeting.in-past", $"{ChinaTime.DateOf(a.StartsAt):yyyy-MM-dd}")
        : ChinaTime.DateOf(a.StartsAt) > plan.Window.To.AddDays(AftermathDays) ? new Refusal("meeting.too-far", $"{plan.Window.To.AddDays(AftermathDays):yyyy-MM-dd}")
        : null;

    /// <summary>Answers are asked for between today and the day of the meeting.</summary>
    internal static Refusal? ReplyBy(DateOnly day, MeetingArrangement a, DateTimeOffset now) =>
        day < ChinaTime.DateOf(now) || day > ChinaTime.DateOf(a.StartsAt)
            ? new Refusal("meeting.reply-by-out-of-range", $"{ChinaTime.DateOf(now):yyyy-MM-dd}", $"{ChinaTime.DateOf(a.StartsAt):yyyy-MM-dd}")
            : null;

    private static bool Named(string text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
