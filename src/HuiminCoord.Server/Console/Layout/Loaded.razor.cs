using HuiminCoord.Domain.Deciding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Shows something once it is there; until then, after a moment, grey bars; and why, if it cannot be shown.</summary>
public sealed partial class Loaded : PagePart
{
    /// <summary>True once it is there.</summary>
    [Parameter]
    [EditorRequired]
    public required bool Ready { get; set; }

    /// <summary>Why it cannot be shown; null while it can.</summary>
    [Parameter]
    public Refusal? Why { get; set; }

    /// <summary>The page's name, where its head is part of what is shown; null where it stands there already.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Seats are given before the plan is issued; until then there is no campaign to read, and nothing is wrong.</summary>
    private bool NotIssued => Why?.Code == "campaign.unknown" && Visitor.Asker.Campaign.Length > 0;
}
