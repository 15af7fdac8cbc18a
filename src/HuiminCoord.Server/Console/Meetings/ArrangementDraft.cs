using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>When and where a meeting is and who sits in it, as people type it.</summary>
public sealed class ArrangementDraft
{
    public string Title { get; set; } = "";

    public DateOnly? Day { get; set; }

    /// <summary>14:30.</summary>
    public string Time { get; set; } = "";

    public int? Minutes { get; set; } = 60;

    public string Place { get; set; } = "";

    /// <summary>Post of whoever presides.</summary>
    public string Chair { get; set; } = "";

    /// <summary>Ids of the units that attend.</summary>
    public HashSet<string> Units { get; init; } = [];

    /// <summary>Who is invited beside them, one a line.</summary>
    public string Guests { get; set; } = "";

    /// <summary>What the clock shows; null while nothing that could be one was typed.</summary>
    public TimeOnly? Clock =>
        TimeOnly.TryParseExact(Time.Trim().Replace('：', ':'), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;

    /// <summary>When it begins; null while day or time is missing.</summary>
    public DateTimeOffset? StartsAt => Day is { } day && Clock is { } clock ? ChinaTime.At(day, clock) : null;

    /// <summary>What the plan says of a kind, and when it has the next one held.</summary>
    /// <param name="ofUnit">True for the kinds that a unit holds.</param>
    /// <param name="holder">The unit that holds it; null = the joint meeting, or not chosen yet.</param>
    internal static ArrangementDraft Of(MeetingPlan meeting, Plan plan, PlannedMeeting? next, bool ofUnit = false, UnitId? holder = null) => new()
    {
        Day = next?.Day, Time = meeting.Cadence is { } cadence ? cadence.At.ToString("HH:mm", CultureInfo.InvariantCulture) : "", Minutes = meeting.Minutes,
        Place = meeting.Place, Chair = MeetingDefaults.Chair(meeting, plan, holder), Units = [.. (ofUnit && holder is null ? meeting.Units ?? [] : MeetingDefaults.Units(meeting, plan, holder)).Select(u => u.Value)],
    };

    /// <summary>Another kind was chosen: what nobody changed follows it.</summary>
    internal void Follow(ArrangementDraft before, ArrangementDraft now)
    {
        (Day, Minutes) = (Day == before.Day ? now.Day : Day, Minutes == before.Minutes ? now.Minutes : Minutes);
        (Time, Place, Chair) = (Kept(Time, before.Time, now.Time), Kept(Place, before.Place, now.Place), Kept(Chair, before.Chair, now.Chair));
        if (Units.SetEquals(before.Units))
        {
            Units.Clear();
            Units.UnionWith(now.Units);
        }
    }

    private static string Kept(string typed, string before, string now) => typed == before ? now : typed;

    /// <summary>What stands now.</summary>
    internal static ArrangementDraft Of(MeetingLine meeting) => new()
    {
        Title = meeting.Title, Day = meeting.Day, Time = ChinaTime.TimeOf(meeting.StartsAt).ToString("HH:mm", CultureInfo.InvariantCulture), Minutes = meeting.Minutes,
        Place = meeting.Place, Chair = meeting.Chair, Units = [.. meeting.Units], Guests = string.Join('\n', meeting.Guests),
    };

    /// <summary>The same, as it is sent; whether it can be so is for the meeting to say.</summary>
    internal MeetingArrangement Read(Plan plan, DateTimeOffset startsAt) => new(
        Title.Trim(), startsAt, Minutes ?? 0, Place.Trim(), Chair.Trim(), [.. plan.Units.Select(u => u.Id).Where(u => Units.Contains(u.Value))],
        Guests.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
