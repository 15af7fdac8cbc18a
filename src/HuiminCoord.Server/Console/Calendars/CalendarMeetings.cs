using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>Reads which meetings are held on which day.</summary>
internal static class CalendarMeetings
{
    /// <summary>None is held.</summary>
    internal static ILookup<DateOnly, MeetingMark> None { get; } = Array.Empty<MeetingMark>().ToLookup(m => m.Day);

    /// <summary>Those that the seat reaches and that are not cancelled.</summary>
    internal static async Task<ILookup<DateOnly, MeetingMark>> Of(ReadingScene scene, CancellationToken cancellation) =>
        (await MeetingReader.States(scene, cancellation))
            .Where(m => m.State.Stage is not (MeetingStage.None or MeetingStage.Cancelled))
            .Select(m => new MeetingMark(m.Id, m.State.Arrangement!.Title, ChinaTime.DateOf(m.State.Arrangement.StartsAt), ChinaTime.TimeOf(m.State.Arrangement.StartsAt)))
            .OrderBy(m => m.At).ToLookup(m => m.Day);
}
