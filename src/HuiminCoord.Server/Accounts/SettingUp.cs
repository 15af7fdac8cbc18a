using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>The first administrator of an empty server: whoever reads its log may be it, once.</summary>
internal sealed class SettingUp(Links links, Issuing issuing, AccountTrail trail, CoordinationDatabase database, TimeProvider time)
{
    private const string Seat = "system-admin";

    /// <summary>How long the link in the log is good; a restart prints another.</summary>
    internal static readonly TimeSpan Lives = TimeSpan.FromHours(24);

    /// <summary>The token of a set-up link; null when there is a system administrator who has set a password.</summary>
    internal async Task<string?> Offer(CancellationToken cancellation)
    {
        if (await IsSetUp(cancellation))
        {
            return null;
        }

        return await database.Write((db, token) => links.Make(db, new LinkMade(LinkKind.Setup, "server", Lives), token), cancellation);
    }

    /// <summary>Looks whether a set-up link still opens something.</summary>
    /// <exception cref="RefusedException"><c>link.spent</c>.</exception>
    internal Task Look(string token, CancellationToken cancellation) => links.Require(LinkKind.Setup, token, cancellation);

    /// <summary>Makes the first system administrator; the slip that comes back is theirs.</summary>
    /// <exception cref="RefusedException"><c>link.spent</c>, or what <see cref="Issuing.Issue"/> refuses: then the link stays good.</exception>
    internal async Task<IssuedAccount> Finish(string token, string login, string name, CancellationToken cancellation)
    {
        await links.Require(LinkKind.Setup, token, cancellation);
        var issued = await issuing.Issue(login, name, null, cancellation);
        await database.Write(
            async (db, ct) =>
            {
                await links.Use(db, LinkKind.Setup, token, ct);
                db.Appointments.Add(new AppointmentRow { Id = Secrets.NewId(), Account = issued.Account, Campaign = "", Seat = Seat, CreatedAt = time.GetUtcNow(), CreatedBy = "server" });
                await trail.Append(db, issued.Login, null, "seat.given", new { seat = Seat, campaign = "" }, ct);
            },
            cancellation);
        return issued;
    }

    private async Task<bool> IsSetUp(CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.Database.SqlQuery<int>(
            $"""
            SELECT 1 AS "Value" FROM appointment JOIN account ON account.id = appointment.account
            WHERE appointment.seat = {Seat} AND appointment.ended_at IS NULL AND account.password_hash IS NOT NULL AND account.disabled_at IS NULL
            """).AnyAsync(cancellation);
    }
}
