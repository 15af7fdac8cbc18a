using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Meetings;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>Meetings as a seat may see them: a member unit sees those in which it sits, and those which it holds as the office does.</summary>
internal static class MeetingReader
{
    private static readonly string Cancelled = MeetingRegister.Word(MeetingStage.Cancelled);

    /// <summary>The meetings that the reader reaches, by time.</summary>
    internal static async Task<IReadOnlyList<MeetingView>> Reached(ReadingScene scene, CancellationToken cancellation) =>
        [.. (await States(scene, cancellation)).Select(m => MeetingView.Of(m.Id, m.State, IsWhole(scene, m.State)))];

    /// <summary>The meetings that the reader reaches, as their actors keep them.</summary>
    internal static async Task<IReadOnlyList<(string Id, MeetingState State)>> States(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var rows = await scene.Db.Meetings.AsNoTracking().Where(m => m.Campaign == campaign).OrderBy(m => m.StartsAt).ThenBy(m => m.Meeting).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Meeting, State: StateOf(r))).Where(r => Reaches(scene, r.State))];
    }

    /// <summary>The same as <see cref="Reached"/>, with the answers that the reader may see.</summary>
    internal static async Task<IReadOnlyList<MeetingView>> Answered(ReadingScene scene, CancellationToken cancellation) =>
        [.. (await States(scene, cancellation)).Select(m => MeetingView.Of(m.Id, m.State, IsWhole(scene, m.State)) with { Replies = Replies(scene, m.State) })];

    /// <summary>One meeting with agenda and answers; null when there is none that the reader reaches.</summary>
    internal static async Task<MeetingView?> Find(ReadingScene scene, string meeting, CancellationToken cancellation)
    {
        if (await Row(scene, meeting, cancellation) is not ({ } row, { } state))
        {
            return null;
        }

        return MeetingView.Of(meeting, state, IsWhole(scene, state)) with
        {
            Agenda = AgendaPart.Of(state, Reader(scene, state)),
            Replies = Replies(scene, state),
            Session = SessionPart.Of(meeting, state, Reader(scene, state)),
            Record = MinutesPart.Of(state, Reader(scene, state)),
            Warnings = IsWhole(scene, state) ? [.. await Warnings(scene, row, state.Arrangement!, cancellation), .. MeetingDefaults.Quorum(state, scene.Campaign.Plan)] : null,
        };
    }

    /// <summary>One meeting as its actor keeps it; null when there is none that the reader reaches.</summary>
    internal static async Task<MeetingState?> State(ReadingScene scene, string meeting, CancellationToken cancellation) =>
        (await Row(scene, meeting, cancellation))?.State;

    /// <summary>One meeting for whoever lays its papers on the table: the office, and the unit that holds it.</summary>
    /// <exception cref="RefusedException"><c>meeting.unknown</c>; <c>access.denied</c> for a unit that only sits in it.</exception>
    internal static async Task<MeetingState> RequireWhole(ReadingScene scene, string meeting, CancellationToken cancellation)
    {
        var state = await State(scene, meeting, cancellation) ?? throw scene.Absent("meeting.unknown");
        return IsWhole(scene, state) ? state : throw scene.Absent("access.denied");
    }

    /// <summary>A meeting in which a unit does not sit is as absent to it as one that nobody proposed.</summary>
    /// <exception cref="RefusedException"><c>meeting.unknown</c>.</exception>
    internal static async Task RequireReached(ReadingDoor door, string campaign, string meeting, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        if (scene.OnlyUnit is not null && await Row(scene, meeting, cancellation) is null)
        {
            throw scene.Absent("meeting.unknown");
        }
    }

    private static async Task<(MeetingRow Row, MeetingState State)?> Row(ReadingScene scene, string meeting, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var row = await scene.Db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Campaign == campaign && m.Meeting == meeting, cancellation);
        return row is not null && StateOf(row) is var state && Reaches(scene, state) ? (row, state) : null;
    }

    /// <summary>True for who sees all of a meeting: office and convenor, and the unit that holds it.</summary>
    internal static bool IsWhole(ReadingScene scene, MeetingState state) => scene.OnlyUnit is not { } unit || state.Unit?.Value == unit;

    /// <summary>The member unit that reads; null = whoever sees all of it.</summary>
    private static UnitId? Reader(ReadingScene scene, MeetingState state) => IsWhole(scene, state) ? null : new UnitId(scene.OnlyUnit!);

    private static MeetingState StateOf(MeetingRow row) => StoredJson.Read<MeetingState>(row.Payload);

    private static bool Reaches(ReadingScene scene, MeetingState state) =>
        scene.OnlyUnit is not { Length: > 0 } unit ? scene.OnlyUnit is null : state.IsReachedBy(new UnitId(unit));

    /// <summary>Who holds a meeting is not asked whether it comes.</summary>
    private static IReadOnlyList<ReplyView> Replies(ReadingScene scene, MeetingState state) =>
        [.. state.Arrangement!.Units.Where(u => u != state.Unit && (IsWhole(scene, state) || u.Value == scene.OnlyUnit)).Select(u => Reply(scene, state, u))];

    private static ReplyView Reply(ReadingScene scene, MeetingState state, UnitId unit)
    {
        var name = scene.Campaign.Plan.Unit(unit)?.Name ?? unit.Value;
        return state.Replies.TryGetValue(unit.Value, out var reply) ? new(unit.Value, name, reply.Kind, reply.Who, reply.Reason, reply.At) : new(unit.Value, name, null, null, null, null);
    }

    /// <summary>A unit is warned of meetings that it reaches and of its own people's absence: of others it learns nothing.</summary>
    private static async Task<IReadOnlyList<TimeWarning>> Warnings(ReadingScene scene, MeetingRow row, MeetingArrangement arrangement, CancellationToken cancellation)
    {
        var (campaign, day) = (scene.Campaign.Id, Domain.Time.ChinaTime.DateOf(arrangement.StartsAt));
        var others = await scene.Db.Meetings.AsNoTracking()
            .Where(m => m.Campaign == campaign && m.Meeting != row.Meeting && m.Stage != Cancelled && m.StartsAt < row.EndsAt && m.EndsAt > row.StartsAt).ToListAsync(cancellation);
        var away = await scene.Db.Seats.AsNoTracking()
            .Where(s => s.Campaign == campaign && s.AbsentFrom <= day && s.AbsentTo >= day && s.ValidFrom <= day && (s.ValidTo == null || s.ValidTo >= day)).ToListAsync(cancellation);
        return TimeWarnings.Of(
            arrangement, scene.Campaign.Calendar, others.Select(o => (o.Meeting, State: StateOf(o))).Where(o => Reaches(scene, o.State)).Select(o => new OtherMeeting(o.Meeting, o.State.Arrangement!)),
            away.Where(s => s.Unit.Length > 0 && (scene.OnlyUnit ?? s.Unit) == s.Unit).Select(s => new SeatAbsence(new UnitId(s.Unit), $"{s.Unit}/{s.Seat}", s.Holder, s.AbsentFrom!.Value, s.AbsentTo!.Value)));
    }
}
