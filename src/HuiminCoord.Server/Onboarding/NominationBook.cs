using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>The rows of nominations. One waits per seat: a later one takes the place of an earlier one.</summary>
internal sealed class NominationBook(TimeProvider time)
{
    private static readonly string Open = NominationWords.Of(NominationStage.Waiting);
    private static readonly string Gone = NominationWords.Of(NominationStage.Replaced);

    /// <summary>Those of a unit that wait for the office.</summary>
    internal static IQueryable<NominationRow> Waiting(CoordinationDb db, string campaign, string unit) =>
        db.Nominations.Where(n => n.Campaign == campaign && n.Unit == unit && n.Stage == Open);

    /// <summary>A nomination that nobody has stored yet.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="named">Who, and for which seat.</param>
    /// <param name="source">Whose word it is.</param>
    /// <param name="link">The link by which the unit spoke.</param>
    /// <param name="turn">Its place among those that were named together.</param>
    /// <param name="before">Who holds the seat while a list comes.</param>
    internal NominationRow New(string campaign, UnitId unit, NamedSeat named, NominationSource source, string? link = null, int turn = 0, string? before = null) => new()
    {
        Id = Secrets.NewId(),
        Campaign = campaign,
        Unit = unit.Value,
        Seat = Recipients.Name(named.Seat),
        Holder = named.Person.Name,
        Title = named.Person.Title,
        Phone = named.Person.Phone,
        Email = named.Person.Email,
        Source = NominationWords.Of(source),
        Link = link,
        Turn = turn,
        HolderBefore = before,
        CreatedAt = time.GetUtcNow(),
        Stage = Open,
    };

    /// <summary>Stores nominations of one unit within a transaction that has taken the unit's turn.</summary>
    internal async Task Add(CoordinationDb db, IReadOnlyList<NominationRow> rows, string by, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var row in rows)
        {
            await Waiting(db, row.Campaign, row.Unit).Where(n => n.Seat == row.Seat).ExecuteUpdateAsync(
                n => n.SetProperty(r => r.Stage, Gone).SetProperty(r => r.DecidedAt, now).SetProperty(r => r.DecidedBy, by), cancellation);
        }

        db.Nominations.AddRange(rows);
    }
}
