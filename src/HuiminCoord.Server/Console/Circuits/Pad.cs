using System.Collections.Concurrent;
using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Accounts;

namespace HuiminCoord.Server.Console.Circuits;

/// <summary>What is begun on pages and not done yet: it outlasts a reload, and whoever shares it finds it.</summary>
/// <remarks>
/// Director and staff of the joint-meeting office share one sheet for each form: staff prepare, the director decides. Everybody else
/// has their own. Held in memory: a restart forgets it. Nothing here has any effect; what is done goes through its operation.
/// </remarks>
internal sealed class Pad
{
    private const string Office = "office";

    private readonly ConcurrentDictionary<(string Campaign, string Owner, string Form), PadSheet> _sheets = new();

    /// <summary>What stands there; null = nothing.</summary>
    /// <param name="asker">Who looks.</param>
    /// <param name="form">What it is about: <c>plan-new</c>.</param>
    internal ValueTask<PadSheet?> Find(Asker asker, string form) => ValueTask.FromResult(_sheets.GetValueOrDefault(Place(asker, form)));

    /// <summary>Puts it there, in the place of what stood there.</summary>
    /// <param name="asker">Who writes.</param>
    /// <param name="form">What it is about.</param>
    /// <param name="json">What was written.</param>
    /// <param name="at">When, by the campaign's clock.</param>
    internal ValueTask<PadSheet> Put(Asker asker, string form, string json, DateTimeOffset at) =>
        ValueTask.FromResult(_sheets[Place(asker, form)] = new PadSheet(asker.Name, at, json));

    /// <summary>Takes it away.</summary>
    internal ValueTask Drop(Asker asker, string form)
    {
        _sheets.TryRemove(Place(asker, form), out _);
        return ValueTask.CompletedTask;
    }

    private static (string Campaign, string Owner, string Form) Place(Asker asker, string form)
    {
        var shares = asker.Standing.Seat.Role is SeatRole.OfficeDirector or SeatRole.OfficeStaff;
        return (asker.Campaign, shares ? Office : asker.Signature, form);
    }
}

/// <summary>Something that was begun.</summary>
/// <param name="Name">The person who wrote it last.</param>
/// <param name="At">When, by the campaign's clock.</param>
/// <param name="Json">What.</param>
internal sealed record PadSheet(string Name, DateTimeOffset At, string Json);
