using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Plans;

/// <summary>A text of a plan version.</summary>
/// <param name="Hash">Its name, see <see cref="PlanTexts.HashOf"/>.</param>
/// <param name="Issued">True when the campaign was issued with it: it will never be another.</param>
public sealed record PlanText(string Hash, string Json, bool Issued);

/// <summary>The texts of plan versions as they are stored.</summary>
/// <remarks>
/// A version that was never issued may be stored again with another text; no text is ever overwritten. Which of them counts is said
/// by one row, the campaign's document, which names the text that was issued: whoever issues decides about the text that it has
/// looked at, whatever is stored meanwhile. Until then the text that was stored last stands for the version.
/// </remarks>
public sealed class PlanTexts(CoordinationDatabase database, StoredDocuments documents)
{
    /// <summary>The name of a text: its SHA-256.</summary>
    public static string HashOf(string json) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Stores a text.</summary>
    /// <param name="key">The caller's name for its wish: a late retry does not bring an older text back. Null = every call is a wish of its own.</param>
    /// <returns>False when this text stands for the version already.</returns>
    /// <exception cref="PlanTakenException">The version was issued with another text, or the key has stored a newer one since.</exception>
    /// <remarks>Two servers may put the same plan at the same moment: the first one's row counts for both.</remarks>
    public async Task<bool> Put(Plan plan, string json, DateTimeOffset now, string? key)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (campaign, hash) = (plan.Campaign.Value, HashOf(json));
        return await Standing(campaign, plan.Version) switch
        {
            { Issued: true } issued => issued.Hash == hash ? false : throw Taken(plan, "issued with another text; an amended plan needs the next version number"),
            _ => await database.Write((db, cancellation) => Add(db, plan, new() { Campaign = campaign, Version = plan.Version, Hash = hash, StoredFor = key, Json = json, StoredAt = now }, cancellation)),
        };
    }

    /// <summary>The text that stands for a version: the issued one, else the one that was stored last; null = none is stored.</summary>
    public async Task<PlanText?> Standing(string campaign, int version)
    {
        // The document first: what it names was stored before it.
        var state = await documents.Find<CampaignState, CampaignEvent>(Rooms.Campaign, campaign);
        await using var db = database.OpenToRead();
        var texts = InOrder(await db.PlanDocuments.Where(p => p.Campaign == campaign && p.Version == version).ToListAsync());
        var issued = version <= state?.PlanVersion;
        var text = issued && state!.TextOf(version) is { } hash ? texts.Find(t => Named(t) == hash) : texts.FirstOrDefault();
        return text is null ? null : new(Named(text), text.Json, issued);
    }

    /// <summary>One text of a version; null = it is not stored.</summary>
    public async Task<string?> Find(string campaign, int version, string hash)
    {
        await using var db = database.OpenToRead();
        var texts = await db.PlanDocuments.Where(p => p.Campaign == campaign && p.Version == version).ToListAsync();
        return texts.Find(t => Named(t) == hash)?.Json;
    }

    /// <summary>The newest version that has a text; 0 = none.</summary>
    public async Task<int> NewestVersion(string campaign)
    {
        await using var db = database.OpenToRead();
        return await db.PlanDocuments.Where(p => p.Campaign == campaign).MaxAsync(p => (int?)p.Version) ?? 0;
    }

    /// <returns>True when the text stands for the version now, and did not before.</returns>
    private static async Task<bool> Add(CoordinationDb db, Plan plan, PlanDocumentRow text, CancellationToken cancellation)
    {
        var texts = InOrder(await db.PlanDocuments.AsNoTracking().Where(p => p.Campaign == text.Campaign && p.Version == text.Version).ToListAsync(cancellation));
        var turn = texts.Count == 0 ? 1 : texts[0].Turn + 1;
        if (texts.Find(t => Named(t) == text.Hash) is not { } earlier)
        {
            return await Insert(db, text, turn, cancellation);
        }

        var retry = text.StoredFor is { } key && (earlier.StoredFor?.Split(' ') ?? []).Contains(key);
        if (earlier == texts[0])
        {
            await (retry ? Task.CompletedTask : Note(db, earlier, text.StoredFor, earlier.Turn, cancellation));
            return false;
        }

        return retry ? throw Taken(plan, "stored with a newer text since") : await Note(db, earlier, text.StoredFor, turn, cancellation);
    }

    private static async Task<bool> Insert(CoordinationDb db, PlanDocumentRow text, int turn, CancellationToken cancellation)
    {
        var at = text.StoredAt.ToUnixTimeMilliseconds();
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO plan_document (campaign, version, hash, turn, stored_for, json, stored_at)
            VALUES ({text.Campaign}, {text.Version}, {text.Hash}, {turn}, {text.StoredFor}, {text.Json}, {at}) ON CONFLICT DO NOTHING
            """, cancellation) == 1;
        if (!added)
        {
            // Another server stored it between our look and our turn.
            await Note(db, text, text.StoredFor, turn, cancellation);
        }

        return added;
    }

    /// <summary>Keeps a caller's key with a text that is there already: once a later text is stored, its retries are late.</summary>
    private static async Task<bool> Note(CoordinationDb db, PlanDocumentRow text, string? key, int turn, CancellationToken cancellation) => await db.Database.ExecuteSqlAsync(
        $"""
        UPDATE plan_document SET turn = {turn}, stored_for = coalesce(stored_for || ' ' || {key}, {key}, stored_for)
        WHERE campaign = {text.Campaign} AND version = {text.Version} AND hash = {text.Hash}
        """, cancellation) == 1;

    /// <summary>The one that was stored last comes first.</summary>
    private static List<PlanDocumentRow> InOrder(IEnumerable<PlanDocumentRow> texts) => [.. texts.OrderByDescending(t => t.Turn).ThenBy(t => t.Hash, StringComparer.Ordinal)];

    /// <summary>An earlier program stored texts without their names.</summary>
    private static string Named(PlanDocumentRow row) => row.Hash.Length > 0 ? row.Hash : HashOf(row.Json);

    private static PlanTakenException Taken(Plan plan, string how) => new($"{plan.Campaign} version {plan.Version} was {how}.");
}
