using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A page has failed: what is safe, what to do, and a number under which the log tells more.</summary>
public sealed partial class FailedPage : PagePart
{
    /// <summary>What was thrown.</summary>
    [Parameter]
    [EditorRequired]
    public required Exception Failure { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<FailedPage> Log { get; set; } = null!;

    private string Number { get; set; } = "";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Number = Accounts.Secrets.NewId()[..6].ToUpperInvariant();
        Log.LogError(Failure, "A page failed ({Number}): {Error}", Number, Failure.Message);
    }

    private void Again() => Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
}
