using System.Collections.Concurrent;

namespace HuiminCoord.Server.Console.Circuits;

/// <summary>What is begun on pages and not done yet: it outlasts a reload, and whoever shares the owner finds it.</summary>
/// <remarks>Held in memory: a restart forgets it. Nothing here has any effect; what is done goes through its operation.</remarks>
internal sealed class Pad
{
    private readonly ConcurrentDictionary<(string Campaign, string Owner, string Kind), PadSheet> _sheets = new();

    /// <summary>What stands there; null = nothing.</summary>
    /// <param name="campaign">The campaign; empty for administrators.</param>
    /// <param name="owner">Who shares it: <see cref="PadOwners.Office"/>, or an account.</param>
    /// <param name="kind">What it is about.</param>
    internal ValueTask<PadSheet?> Find(string campaign, string owner, string kind) => ValueTask.FromResult(_sheets.GetValueOrDefault((campaign, owner, kind)));

    /// <summary>Puts it there, in the place of what stood there.</summary>
    internal ValueTask Put(string campaign, string owner, string kind, PadSheet sheet)
    {
        _sheets[(campaign, owner, kind)] = sheet;
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes it away.</summary>
    internal ValueTask Drop(string campaign, string owner, string kind)
    {
        _sheets.TryRemove((campaign, owner, kind), out _);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Owners that are not one account.</summary>
internal static class PadOwners
{
    /// <summary>The joint-meeting office: staff prepare, the director decides.</summary>
    internal const string Office = "office";
}

/// <summary>Something that was begun.</summary>
/// <param name="By">The account that wrote it last.</param>
/// <param name="Name">The person's name.</param>
/// <param name="At">When, by the campaign's clock.</param>
/// <param name="Json">What.</param>
internal sealed record PadSheet(string By, string Name, DateTimeOffset At, string Json);
