using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What may be said of a meeting's time, place and members.</summary>
internal static class Arrangements
{
    public static List<string> Refuse(MeetingArrangement a, Plan plan, DateTime now) => Verdict.Reasons(
        ("meeting.title-needed", !Named(a.Title, 60)),
        ("meeting.place-needed", !Named(a.Place, 60)),
        ("meeting.chair-needed", !Named(a.Chair, 40)),
        ("meeting.guests-malformed", a.Guests.Count > 20 || a.Guests.Any(g => !Named(g, 40))),
        ("meeting.members-needed", a.Units.Count == 0),
        ("unit.unknown", a.Units.Any(u => plan.Unit(u) is null)),
        ("meeting.member-twice", a.Units.ToHashSet().Count < a.Units.Count),
        ("meeting.minutes-out-of-range", a.Minutes is < 10 or > 480),
        ("meeting.in-past", Shanghai.Of(a.StartsAt) <= now),
        ("meeting.too-far", DateOnly.FromDateTime(Shanghai.Of(a.StartsAt)) > plan.Window.To.AddDays(90)));

    public static List<string> ReplyBy(DateOnly day, DateTime startsAt, DateTime now) =>
        Verdict.Reasons(("meeting.reply-by-out-of-range", day < DateOnly.FromDateTime(now) || day > DateOnly.FromDateTime(startsAt)));

    public static bool Same(MeetingArrangement one, MeetingArrangement other) => Text(one) == Text(other);

    public static string Text(MeetingArrangement? a) =>
        a is null ? "none" : $"{a.Title}|{Shanghai.Of(a.StartsAt):s}|{a.Minutes}|{a.Place}|{a.Chair}|{string.Join(' ', a.Units)}|{string.Join('/', a.Guests)}";

    private static bool Named(string text, int most) => text.Trim().Length > 0 && text.Length <= most;
}
