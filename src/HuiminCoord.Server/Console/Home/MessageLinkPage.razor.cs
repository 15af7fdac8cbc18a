using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Messages;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Home;

/// <summary>Where the link in a mail leads: to the message on the workbench, for whoever sits in its seat; to their own workbench for everybody else.</summary>
public sealed partial class MessageLinkPage : PagePart
{
    /// <summary>The message's campaign.</summary>
    [Parameter]
    public string Campaign { get; set; } = "";

    /// <summary>Its inbox, and after a slash its number there.</summary>
    [Parameter]
    public string Inbox { get; set; } = "";

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        var cut = Inbox.LastIndexOf('/');
        var asker = Visitor.Asker;
        var own = cut > 0 && Campaign == asker.Campaign && asker.Standing.Inboxes.Contains(Inbox[..cut]) && uint.TryParse(Inbox[(cut + 1)..], out _);
        Navigation.NavigateTo(own ? $"/home#{MessageMark.Of(Inbox[..cut], uint.Parse(Inbox[(cut + 1)..], System.Globalization.CultureInfo.InvariantCulture))}" : "/home");
    }
}
