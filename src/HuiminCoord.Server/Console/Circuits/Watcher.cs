namespace HuiminCoord.Server.Console.Circuits;

/// <summary>What a live page wants to hear of.</summary>
internal sealed class Watcher(LiveFeed owner, string session, Action end) : IDisposable
{
    /// <summary>Whose session it is.</summary>
    internal string Session { get; } = session;

    /// <summary>Ends the page from our side.</summary>
    internal Action End { get; } = end;

    public void Dispose() => owner.Forget(this);
}

/// <summary>A part of a page that follows a campaign.</summary>
/// <param name="Campaign">Which one.</param>
/// <param name="Changed">Called when something was told, at most twice a second; never from two threads at once.</param>
internal sealed record Follower(string Campaign, Action Changed);
