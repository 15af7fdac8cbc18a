using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Meetings;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>A meeting as pages show it.</summary>
/// <param name="Units">Ids of the member units that attend, in the order of the plan.</param>
/// <param name="ReplyBy">Last day for answers; null while nobody was asked.</param>
/// <param name="Remark">Why it was returned, moved or cancelled last.</param>
/// <param name="Submission">How often its agenda was laid before the convenor.</param>
/// <param name="Replies">Of the invited units, as far as the seat may see them. Who holds the meeting is not asked.</param>
/// <param name="Unit">The unit that holds it; null = the joint meeting's own.</param>
/// <param name="AskedBy">The member unit that asked the office for it.</param>
public sealed record MeetingLine(
    string Id, MeetingKind Kind, MeetingStage Stage, string Title, DateTimeOffset StartsAt, int Minutes, string Place, string Chair, IReadOnlyList<string> Units,
    IReadOnlyList<string> Guests, DateOnly? ReplyBy, string? Remark, int Submission, DateTimeOffset? SubmittedAt, IReadOnlyList<ReplyLine> Replies, UnitId? Unit, UnitId? AskedBy)
{
    /// <summary>Its day, Asia/Shanghai.</summary>
    public DateOnly Day => ChinaTime.DateOf(StartsAt);

    /// <summary>With whoever prepares it: time, members and agenda may change.</summary>
    public bool IsPrepared => Stage is MeetingStage.Proposed or MeetingStage.Returned;

    /// <summary>True from the moment at which it began to sit.</summary>
    public bool HasBegun => Stage is MeetingStage.InSession or MeetingStage.Ended or MeetingStage.Circulated or MeetingStage.Confirmed;

    /// <summary>Units that have not answered.</summary>
    public int Silent => Replies.Count(r => r.Kind is null);

    /// <summary>True once it has begun.</summary>
    public bool IsOver(DateTimeOffset now) => StartsAt <= now;

    /// <summary>True while members are asked whether they come.</summary>
    public bool AsksForReplies(DateTimeOffset now) => Stage == MeetingStage.Noticed && !IsOver(now);

    /// <summary>Units that have answered so.</summary>
    public int Answered(MeetingReplyKind kind) => Replies.Count(r => r.Kind == kind);

    internal static MeetingLine Of(MeetingView view) => new(
        view.Meeting, view.Kind, view.Stage, view.Title, view.StartsAt, view.Minutes, view.Place, view.Chair, view.Units, view.Guests, view.ReplyBy, view.Remark,
        view.Submission, view.SubmittedAt, [.. (view.Replies ?? []).Select(r => new ReplyLine(r.Unit, r.Name, r.Kind, r.Who, r.Reason, r.At))], view.Unit is { } unit ? new UnitId(unit) : null,
        view.AskedBy is { } asker ? new UnitId(asker) : null);
}

/// <summary>What an invited unit has answered.</summary>
/// <param name="Kind">Null = nothing yet.</param>
public sealed record ReplyLine(string Unit, string Name, MeetingReplyKind? Kind, string? Who, string? Reason, DateTimeOffset? At);
