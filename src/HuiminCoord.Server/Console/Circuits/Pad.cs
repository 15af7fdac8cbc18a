using System.Text.Json;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Drafts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Circuits;

/// <summary>What is begun on pages and not done yet: it outlasts a reload and a restart, and whoever shares the owner finds it.</summary>
/// <remarks>
/// Kept among the drafts. The last one who writes stands, and pages show whose it is. Nothing here has any effect; what is done goes
/// through its operation.
/// </remarks>
internal sealed class Pad(CoordinationDatabase database, TimeProvider time)
{
    /// <summary>What stands there; null = nothing.</summary>
    /// <param name="campaign">The campaign; empty for administrators.</param>
    /// <param name="owner">Who shares it: <see cref="PadOwners.Office"/>, or an account.</param>
    /// <param name="kind">What it is about.</param>
    internal async Task<PadSheet?> Find(string campaign, string owner, string kind)
    {
        await using var db = database.OpenToRead();
        var row = await DraftRows.One(db, campaign, owner, Form(kind)).AsNoTracking().SingleOrDefaultAsync();
        return row is null ? null : JsonSerializer.Deserialize<PadSheet>(row.Body, ApiJson.Options);
    }

    /// <summary>Puts it there, in the place of what stood there.</summary>
    internal Task Put(string campaign, string owner, string kind, PadSheet sheet) => database.Write(async (db, token) =>
    {
        var version = await DraftRows.TakeTurn(db, campaign, owner, token);
        await DraftRows.One(db, campaign, owner, Form(kind)).ExecuteDeleteAsync(token);
        db.Drafts.Add(new DraftRow
        {
            Campaign = campaign, Owner = owner, Form = Form(kind), Version = version, Body = JsonSerializer.Serialize(sheet, ApiJson.Options),
            SavedAt = time.GetUtcNow(), SavedBy = sheet.By, CampaignAt = sheet.At,
        });
    });

    /// <summary>Takes it away.</summary>
    internal Task Drop(string campaign, string owner, string kind) =>
        database.Write((db, token) => DraftRows.One(db, campaign, owner, Form(kind)).ExecuteDeleteAsync(token));

    private static string Form(string kind) => $"page/{kind}";
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
