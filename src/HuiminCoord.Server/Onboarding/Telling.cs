using System.Security.Cryptography;
using System.Text;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>Tells units' actors whom a nomination names, and remembers what they answered.</summary>
/// <remarks>
/// The row is stored first. Whoever tells it, and however often, uses a key that follows from the row, so the actor carries it out
/// once; a crash in between leaves a row that was not answered, and <see cref="Mend"/> tells it again.
/// </remarks>
internal sealed class Telling(IGrainFactory grains, CoordinationDatabase database, RelayProgress progress, TimeProvider time, ILogger<Telling> log)
{
    private static readonly string Waiting = NominationWords.Of(NominationStage.Waiting);
    private static readonly string FromLink = NominationWords.Of(NominationSource.Link);

    /// <summary>How the audit names a unit that spoke by its link: nobody was signed in.</summary>
    internal static string SignatureOf(string unit) => $"{unit}/link";

    /// <summary>Tells what units said by their links and no actor has answered, each unit's in its order.</summary>
    /// <param name="campaign">Null = everywhere.</param>
    /// <param name="unit">Null = all of the campaign's.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many could not be told; the next call tries again.</returns>
    internal async Task<int> Mend(string? campaign, string? unit, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var left = await db.Nominations
            .Where(n => n.Stage == Waiting && n.Source == FromLink && n.ToldAt == null && (campaign == null || n.Campaign == campaign) && (unit == null || n.Unit == unit))
            .OrderBy(n => n.CreatedAt).ThenBy(n => n.Turn).ToListAsync(cancellation);
        return await Tell(left, cancellation);
    }

    /// <summary>Tells these in their order. After a failure the rest of the same unit waits: the order matters.</summary>
    internal async Task<int> Tell(IReadOnlyList<NominationRow> rows, CancellationToken cancellation)
    {
        var failed = new HashSet<(string, string)>();
        var untold = 0;
        foreach (var row in rows)
        {
            if (failed.Contains((row.Campaign, row.Unit)) || !await TryTell(row, cancellation))
            {
                failed.Add((row.Campaign, row.Unit));
                untold++;
            }
        }

        return untold;
    }

    /// <summary>Tells one nomination to its unit's actor.</summary>
    /// <param name="row">The nomination; the answer is put into it as well.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<Refusal?> Tell(NominationRow row, string by, CancellationToken cancellation)
    {
        var command = new UnitCommand.NameSeat(Seats.Require(row.Seat), row.Holder, row.Title, row.Phone, null, null);
        var key = new CommandKey(row.Link is { } link ? $"link/{link}/{row.Seat}" : $"nomination/{row.Id}", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Holder}\n{row.Title}\n{row.Phone}"))));
        var answer = await As(by, () => grains.GetGrain<IUnitGrain>($"{row.Campaign}/{row.Unit}").Do(command, key), cancellation);
        (row.ToldAt, row.ToldSeq, row.ToldRefusal) = (time.GetUtcNow(), answer.Sequence, answer.Refusal?.Code);
        await database.Write(
            (db, token) => db.Nominations.Where(n => n.Id == row.Id).ExecuteUpdateAsync(
                n => n.SetProperty(r => r.ToldAt, row.ToldAt).SetProperty(r => r.ToldSeq, row.ToldSeq).SetProperty(r => r.ToldRefusal, row.ToldRefusal), token),
            cancellation);
        return answer.Refusal;
    }

    /// <summary>Waits until the registers show what the actor answered.</summary>
    /// <exception cref="RefusedException"><c>server.not-ready</c>: the relay is behind.</exception>
    internal async Task AwaitRoster(string campaign, string unit, long sequence, CancellationToken cancellation)
    {
        var grain = $"{Rooms.Unit}/{campaign}/{unit}";
        if (await progress.Reached(grain, sequence, TimeSpan.Zero, cancellation))
        {
            return;
        }

        // In a rehearsal nobody else asks the relay before the driver's next beat.
        await grains.GetGrain<IRelayGrain>(Shards.Key(Shards.Of(campaign))).Drain();
        if (!await progress.Reached(grain, sequence, cancellation: cancellation))
        {
            throw new RefusedException(new Refusal("server.not-ready"));
        }
    }

    /// <summary>Waits until the registers show what the actors answered about these.</summary>
    /// <exception cref="RefusedException"><c>server.not-ready</c>: the relay is behind.</exception>
    internal async Task AwaitRosters(IEnumerable<NominationRow> rows, CancellationToken cancellation)
    {
        foreach (var unit in rows.Where(r => r.ToldSeq is not null).GroupBy(r => (r.Campaign, r.Unit)))
        {
            await AwaitRoster(unit.Key.Campaign, unit.Key.Unit, unit.Max(r => r.ToldSeq!.Value), cancellation);
        }
    }

    private async Task<bool> TryTell(NominationRow row, CancellationToken cancellation)
    {
        try
        {
            await Tell(row, SignatureOf(row.Unit), cancellation);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            log.LogWarning("What {Unit} said about its {Seat} could not be told to its actor; it is told again: {Error}", row.Unit, row.Seat, failure.Message);
            return false;
        }
    }

    private static async Task<Answer> As(string by, Func<Task<Answer>> ask, CancellationToken cancellation)
    {
        var earlier = Acting.Who;
        Acting.As(by);
        try
        {
            return await SiloChange.Outlast(ask, cancellation);
        }
        finally
        {
            Acting.As(earlier);
        }
    }
}
