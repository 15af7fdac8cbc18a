using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Circuits;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A part of a page that does something for its visitor.</summary>
/// <remarks>
/// Acts go through <see cref="Act"/>: one at a time; a refusal is kept to be said beside what was tried, and nothing typed is lost.
/// </remarks>
public abstract class ActingPart : PagePart
{
    [Inject]
    private protected Desk Desk { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private protected ILogger<ActingPart> Log { get; set; } = null!;

    /// <summary>Why the last act was refused; null when it was not.</summary>
    private protected Refusal? Refused { get; private set; }

    /// <summary>True while an act is on its way: its button waits.</summary>
    private protected bool IsActing { get; private set; }

    /// <summary>Does what was asked for; false when it was refused, and then <see cref="Refused"/> says why.</summary>
    private protected async Task<bool> Act(Func<Task> work)
    {
        if (IsActing)
        {
            return false;
        }

        (IsActing, Refused) = (true, null);
        try
        {
            await work();
            await Acted();
            return true;
        }
        catch (RefusedException refused)
        {
            Refused = refused.Refusal;
            return false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.LogError(failure, "An act of {Page} failed: {Error}", GetType().Name, failure.Message);
            Refused = new Refusal("server.failed");
            return false;
        }
        finally
        {
            // Whoever called may be a part of the page that knows nothing of this one.
            IsActing = false;
            StateHasChanged();
        }
    }

    /// <summary>Something was done: what is shown may be other now.</summary>
    private protected virtual Task Acted() => Task.CompletedTask;

    /// <summary>The refusal is read, or what it was about has been given up.</summary>
    private protected void Forgive() => Refused = null;
}
