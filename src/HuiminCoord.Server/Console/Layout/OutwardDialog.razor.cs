using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Asks before something goes out or cannot be undone: whom it reaches, one a line, and how many. Focus starts on cancel.</summary>
public sealed partial class OutwardDialog : PagePart
{
    internal const string TitleId = "outward-title";

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    /// <summary>What is done, with its number.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>What it means.</summary>
    [Parameter]
    [EditorRequired]
    public required string Sentence { get; set; }

    /// <summary>Whom it reaches; each can be left out when there are several.</summary>
    [Parameter]
    public IReadOnlyList<Recipient> Recipients { get; set; } = [];

    /// <summary>What should be known before: today's reminder has gone out already.</summary>
    [Parameter]
    public string? Warning { get; set; }

    /// <summary>Label of a field for a reason; null = none is asked.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <summary>Its help line.</summary>
    [Parameter]
    public string? ReasonHelp { get; set; }

    /// <summary>True when it cannot be done without a reason.</summary>
    [Parameter]
    public bool ReasonNeeded { get; set; }

    /// <summary>What stands on the button, by the number of those who are not left out.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<int, string> Button { get; set; }

    private ElementReference Cancel { get; set; }

    private HashSet<string> Left { get; } = [];

    private string Text { get; set; } = "";

    private bool MissesReason => (ReasonNeeded || Recipients.Any(r => r.NeedsReason && !Left.Contains(r.Id))) && string.IsNullOrWhiteSpace(Text);

    private IReadOnlyList<string> Chosen => Recipients.Count == 0 ? [""] : [.. Recipients.Select(r => r.Id).Where(id => !Left.Contains(id))];

    /// <inheritdoc/>
    protected override void OnInitialized() => Left.UnionWith(Recipients.Where(r => r.LeftOut).Select(r => r.Id));

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Cancel.FocusAsync();
        }
    }

    private void Toggle(string id)
    {
        if (!Left.Remove(id))
        {
            Left.Add(id);
        }
    }

    private void Close() => Dialog.Cancel();

    private void Confirm() => Dialog.Close(DialogResult.Ok(new Confirmed(Chosen, Text.Trim())));
}
