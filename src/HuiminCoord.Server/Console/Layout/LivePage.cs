using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Circuits;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A page, or a part of one, that shows what the registers say, and shows it anew when something was told.</summary>
/// <remarks>
/// While a page is drawn on a request it loads once; connected, it follows its campaign. After an act of its own it reads again, too.
/// </remarks>
public abstract class LivePage : ActingPart, IDisposable
{
    private Follower? _follower;
    private bool _loading;
    private bool _again;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    /// <summary>False until the first reading is there.</summary>
    private protected bool IsLoaded { get; private set; }

    /// <summary>Why the page cannot be shown; null while it can.</summary>
    private protected Refusal? Unreadable { get; private set; }

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

    /// <summary>After an act, what changed is read again.</summary>
    private protected override Task Acted() => Reload();

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
