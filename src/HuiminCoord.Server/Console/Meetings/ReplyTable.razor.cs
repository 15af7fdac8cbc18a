using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>Who comes, who sends somebody, who does not come, who has not said.</summary>
public sealed partial class ReplyTable : PagePart
{
    /// <summary>The answers.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ReplyLine> Replies { get; set; }

    /// <summary>The address at which an answer is entered for a unit; null where none is.</summary>
    [Parameter]
    public Func<string, string>? Link { get; set; }

    private MeetingTexts Texts => new(Words);
}
