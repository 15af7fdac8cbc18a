using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Circuits;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A page, or a part of one, that shows what the registers say, and shows it anew when something was told.</summary>
/// <remarks>
/// While a page is drawn on a request it loads once; connected, it follows its campaign. Acts go through <see cref="Act"/>: a
/// refusal is kept to be said beside what was tried, nothing typed is lost, and what changed is read again.
/// </remarks>
public abstract class LivePage : PagePart, IDisposable
{
    private Follower? _follower;
    private bool _loading;
    private bool _again;

    [Inject]
    private protected Desk Desk { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private ILogger<LivePage> Log { get; set; } = null!;

    /// <summary>False until the first reading is there.</summary>
    private protected bool IsLoaded { get; private set; }

    /// <summary>Why the page cannot be shown; null while it can.</summary>
    private protected Refusal? Unreadable { get; private set; }

    /// <summary>Why the last act was refused; null when it was not.</summary>
    private protected Refusal? Refused { get; private set; }

    /// <summary>True while an act is on its way: its button waits.</summary>
    private protected bool IsActing { get; private set; }

    /// <summary>The campaign whose changes are shown, the seat's own unless told; empty = none.</summary>
    private protected virtual string Followed => Visitor.Asker.Campaign;

    /// <summary>Reads what the page shows.</summary>
    private protected abstract Task Load();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Visitor.IsLive && (_follower?.Campaign ?? "") != Followed)
        {
            Follow(Followed);
        }

        await Reload();
    }

    private void Follow(string campaign)
    {
        if (_follower is not null)
        {
            Feed.Leave(_follower);
        }

        _follower = campaign.Length == 0 ? null : new Follower(campaign, () => _ = InvokeAsync(Reload));
        if (_follower is not null)
        {
            Feed.Follow(_follower);
        }
    }

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
            await Reload();
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
            IsActing = false;
        }
    }

    /// <summary>The refusal is read, or what it was about has been given up.</summary>
    private protected void Forgive() => Refused = null;

    /// <summary>Reads anew and draws. What comes while it reads makes it read once more, not many times.</summary>
    private protected async Task Reload()
    {
        if (_loading)
        {
            _again = true;
            return;
        }

        _loading = true;
        try
        {
            do
            {
                _again = false;
                await TryLoad();
            }
            while (_again);
        }
        finally
        {
            _loading = false;
        }

        StateHasChanged();
    }

    private async Task TryLoad()
    {
        try
        {
            await Load();
            (IsLoaded, Unreadable) = (true, null);
        }
        catch (RefusedException refused)
        {
            Unreadable = refused.Refusal;
        }
        catch (OperationCanceledException) when (Visitor.Gone.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
        catch (Exception failure)
        {
            Log.LogError(failure, "{Page} could not be read: {Error}", GetType().Name, failure.Message);
            Unreadable = new Refusal("server.failed");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Follows no more.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _follower is not null)
        {
            Feed.Leave(_follower);
        }
    }
}
