using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>反馈回执: whether the member comes, somebody stands in, or nobody comes. The last answer holds.</summary>
public sealed partial class ReplyForm : DrawerForm
{
    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingLine Meeting { get; set; }

    /// <summary>The seat's own unit; for the office all that are invited.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ReplyLine> Units { get; set; }

    /// <summary>The unit for which an answer is entered.</summary>
    [Parameter]
    public string? First { get; set; }

    private string? Unit { get; set; }

    private string? Kind { get; set; }

    private string Who { get; set; } = "";

    private string Reason { get; set; } = "";

    private bool Shows { get; set; }

    private MeetingTexts Texts => new(Words);

    private MeetingReplyKind? Reply => Enum.TryParse<MeetingReplyKind>(Kind, out var kind) ? kind : null;

    private IEnumerable<(string Value, string Text)> Kinds => Enum.GetValues<MeetingReplyKind>().Select(k => (k.ToString(), Texts.Reply(k)));

    private string Help => Meeting.ReplyBy is { } day ? Words["meeting.reply.help", Words.ShortDay(day, ChinaTime.DateOf(Visitor.Now))] : Words["meeting.reply.kind.help"];

    /// <inheritdoc/>
    protected override void OnInitialized() => Choose(First ?? (Units.Count == 1 ? Units[0].Unit : null));

    /// <summary>What was said last stands there to begin with.</summary>
    private void Choose(string? unit)
    {
        Unit = unit;
        var last = Units.FirstOrDefault(u => u.Unit == unit);
        (Kind, Who, Reason) = (last?.Kind?.ToString(), last?.Who ?? "", last?.Reason ?? "");
    }

    private async Task Send()
    {
        Shows = true;
        if (Reply is { } kind && Units.FirstOrDefault(u => u.Unit == Unit) is { } unit)
        {
            var reason = kind == MeetingReplyKind.Coming ? "" : Reason.Trim();
            await Carry(
                () => Desk.ToMeeting("replyToMeeting", Meeting.Id, new MeetingCommand.Reply(new UnitId(unit.Unit), kind, Who.Trim(), reason)),
                Words["meeting.reply.did", unit.Name, Texts.Reply(kind)]);
        }
    }
}
