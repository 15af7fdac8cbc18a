using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>What a single-use link opens.</summary>
internal enum LinkKind
{
    /// <summary>The first system administrator.</summary>
    Setup,

    /// <summary>An account's password and second factor.</summary>
    Activation,

    /// <summary>A unit naming its people.</summary>
    Unit,
}

/// <summary>Links that open one door once. Real time; what is stored opens nothing.</summary>
internal sealed class Links(CoordinationDatabase database, TimeProvider time)
{
    /// <summary>Makes a link within a transaction; the answer is its token, which is shown once. An account's or unit's earlier ones end.</summary>
    internal async Task<string> Make(CoordinationDb db, LinkMade made, CancellationToken cancellation)
    {
        var token = Secrets.NewToken();
        await Make(db, made, token, cancellation);
        return token;
    }

    /// <summary>The same with a token of the caller's; the answer is the link's row.</summary>
    internal async Task<SingleUseLinkRow> Make(CoordinationDb db, LinkMade made, string token, CancellationToken cancellation)
    {
        var (now, kind) = (time.GetUtcNow(), Word(made.Kind));
        await db.SingleUseLinks
            .Where(l => l.Kind == kind && l.Account == made.Account && l.Campaign == made.Campaign && l.Unit == made.Unit && l.UsedAt == null && l.RevokedAt == null)
            .ExecuteUpdateAsync(l => l.SetProperty(r => r.RevokedAt, now), cancellation);
        var row = new SingleUseLinkRow
        {
            Id = Secrets.NewId(),
            TokenHash = Secrets.Hash(token),
            Kind = kind,
            Account = made.Account,
            Campaign = made.Campaign,
            Unit = made.Unit,
            CreatedAt = now,
            CreatedBy = made.By,
            ExpiresAt = now + made.Lives,
        };
        db.SingleUseLinks.Add(row);
        return row;
    }

    /// <summary>The link, while it opens something.</summary>
    /// <exception cref="RefusedException"><c>link.spent</c>: unknown, used, too old or withdrawn; nobody learns which.</exception>
    internal async Task<SingleUseLinkRow> Require(LinkKind kind, string token, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await Find(db, kind, token, cancellation) ?? throw Spent();
    }

    /// <summary>Uses the link up within a transaction; of two at the same moment one is refused.</summary>
    /// <exception cref="RefusedException"><c>link.spent</c>.</exception>
    internal async Task<SingleUseLinkRow> Use(CoordinationDb db, LinkKind kind, string token, CancellationToken cancellation)
    {
        var link = await Find(db, kind, token, cancellation) ?? throw Spent();
        var used = await db.SingleUseLinks.Where(l => l.Id == link.Id && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(r => r.UsedAt, time.GetUtcNow()), cancellation);
        return used == 1 ? link : throw Spent();
    }

    internal static string Word(LinkKind kind) => kind.ToString().ToLowerInvariant();

    private static RefusedException Spent() => new(new Refusal("link.spent"));

    private async Task<SingleUseLinkRow?> Find(CoordinationDb db, LinkKind kind, string token, CancellationToken cancellation)
    {
        if (token.Length is 0 or > Secrets.MostCharacters)
        {
            return null;
        }

        var (hash, word, now) = (Secrets.Hash(token), Word(kind), time.GetUtcNow());
        return await db.SingleUseLinks.FirstOrDefaultAsync(l => l.TokenHash == hash && l.Kind == word && l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > now, cancellation);
    }
}

/// <summary>A link to be made.</summary>
/// <param name="By">Who makes it.</param>
/// <param name="Lives">How long it stays open.</param>
internal sealed record LinkMade(LinkKind Kind, string By, TimeSpan Lives, string? Account = null, string? Campaign = null, string? Unit = null);
