using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Board;

/// <summary>Who can be reached in a unit. Telephone numbers are masked until somebody asks for one.</summary>
public sealed partial class ContactList : PagePart
{
    /// <summary>The seats.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<Contact> Contacts { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private HashSet<SeatRole> Shown { get; } = [];

    private void Toggle(SeatRole role)
    {
        if (!Shown.Remove(role))
        {
            Shown.Add(role);
        }
    }

    /// <summary>Where the clipboard refuses, the number is shown to be copied by hand.</summary>
    private async Task Copy(Contact contact)
    {
        if (await Browser.InvokeAsync<bool>("huimin.copy", contact.Phone))
        {
            Toasts.Did(Words["copy.did"]);
        }
        else
        {
            Shown.Add(contact.Role);
        }
    }
}
