using System.Text.Json;
using HuiminCoord.Domain.Access;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Drafts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Circuits;

/// <summary>What is begun on pages and not done yet: it outlasts a reload and a restart, and whoever shares it finds it.</summary>
/// <remarks>
/// Director and staff of the joint-meeting office share one sheet for each form: staff prepare, the director decides. Everybody else
/// has their own. Kept among the drafts; the last one who writes stands, and pages show whose it is. Nothing here has any effect; what is
/// done goes through its operation.
/// </remarks>
internal sealed class Pad(CoordinationDatabase database, TimeProvider time)
{
    private const string Office = "office";

    /// <summary>What stands there; null = nothing.</summary>
    /// <param name="asker">Who looks.</param>
    /// <param name="form">What it is about: <c>plan-new</c>.</param>
    internal async Task<PadSheet?> Find(Asker asker, string form)
    {
        await using var db = database.OpenToRead();
        var row = await DraftRows.One(db, asker.Campaign, OwnerOf(asker), Named(form)).AsNoTracking().SingleOrDefaultAsync();
        return row is null ? null : JsonSerializer.Deserialize<PadSheet>(row.Body, JsonSerializerOptions.Web);
    }

    /// <summary>Puts it there, in the place of what stood there.</summary>
    /// <param name="asker">Who writes.</param>
    /// <param name="form">What it is about.</param>
    /// <param name="json">What was written.</param>
    /// <param name="at">When, by the campaign's clock.</param>
    internal async Task<PadSheet> Put(Asker asker, string form, string json, DateTimeOffset at)
    {
        var (owner, sheet) = (OwnerOf(asker), new PadSheet(asker.Name, at, json));
        await database.Write(async (db, token) =>
        {
            var version = await DraftRows.TakeTurn(db, asker.Campaign, owner, token);
            await DraftRows.One(db, asker.Campaign, owner, Named(form)).ExecuteDeleteAsync(token);
            db.Drafts.Add(new DraftRow
            {
                Campaign = asker.Campaign, Owner = owner, Form = Named(form), Version = version, Body = JsonSerializer.Serialize(sheet, JsonSerializerOptions.Web),
                SavedAt = time.GetUtcNow(), SavedBy = asker.Signature, CampaignAt = at,
            });
        });
        return sheet;
    }

    /// <summary>Takes it away.</summary>
    internal Task Drop(Asker asker, string form) =>
        database.Write((db, token) => DraftRows.One(db, asker.Campaign, OwnerOf(asker), Named(form)).ExecuteDeleteAsync(token));

    private static string Named(string form) => $"page/{form}";

    private static string OwnerOf(Asker asker) =>
        asker.Standing.Seat.Role is SeatRole.OfficeDirector or SeatRole.OfficeStaff ? Office : $"seat/{asker.Signature}";
}

/// <summary>Something that was begun.</summary>
/// <param name="Name">The person who wrote it last.</param>
/// <param name="At">When, by the campaign's clock.</param>
/// <param name="Json">What.</param>
internal sealed record PadSheet(string Name, DateTimeOffset At, string Json);
