using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>The office confirms who was named: an account is issued, the seat given, a slip printed.</summary>
/// <remarks>
/// In steps that can each be repeated: the roster names the person; an account is there, and the nomination knows it; the seat is
/// given and the nomination decided, in one transaction. A crash in between leaves a nomination that waits; confirming it again
/// goes on where it stopped.
/// </remarks>
internal sealed class Confirming(
    CampaignDirectory campaigns, PersonAccounts accounts, Issuing issuing, Telling telling, SeatGiving giving, Slips slips, CoordinationDatabase database)
{
    private const int MostTries = 3;

    private static readonly string Waiting = NominationWords.Of(NominationStage.Waiting);
    private static readonly string Confirmed = NominationWords.Of(NominationStage.Confirmed);

    /// <summary>Confirms each by itself: one that is refused keeps no other back.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="wishes">What is confirmed.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="baseAddress">Of the server, for the slips.</param>
    /// <param name="language">Of the slips.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>; everything else stands in the answers.</exception>
    internal async Task<IReadOnlyList<ConfirmAnswer>> Confirm(string campaign, IReadOnlyList<ConfirmWish> wishes, Asker by, string baseAddress, Language language, CancellationToken cancellation)
    {
        var print = new SlipPrint(baseAddress, language);
        var scene = await campaigns.Campaign(campaign, cancellation);
        var answers = new List<ConfirmAnswer>();
        foreach (var wish in wishes)
        {
            try
            {
                answers.Add(await One(scene, wish, by, print, cancellation));
            }
            catch (RefusedException refused)
            {
                answers.Add(new ConfirmAnswer(wish.Nomination, null, false, null, refused.Refusal));
            }
        }

        return answers;
    }

    private async Task<ConfirmAnswer> One(CampaignScene scene, ConfirmWish wish, Asker by, SlipPrint print, CancellationToken cancellation)
    {
        var row = await Read(scene.Id, wish.Nomination, cancellation);
        if (row.Stage == Confirmed)
        {
            return await Again(row, by, print, cancellation);
        }

        if (row.Stage != Waiting)
        {
            throw new RefusedException(new Refusal("nomination.decided"));
        }

        await BringIntoForce(row, scene, by, cancellation);
        var (known, issued) = await AccountFor(row, wish.Login, by, cancellation);
        await giving.Give(row, issued?.Account ?? known!.Id, scene.Today, by, cancellation);
        var slip = issued ?? await SlipFor(known!, by, cancellation);
        return new ConfirmAnswer(row.Id, issued?.Login ?? known!.UserName!, issued is not null || row.Account == known!.Id, slip is null ? null : await slips.Of(slip, print.BaseAddress, print.Language, cancellation), null);
    }

    /// <summary>Whoever did not get the answer gets another slip, as long as nobody has used one.</summary>
    private async Task<ConfirmAnswer> Again(NominationRow row, Asker by, SlipPrint print, CancellationToken cancellation)
    {
        var account = await accounts.Find(row, cancellation);
        return account is not null && await SlipFor(account, by, cancellation) is { } slip
            ? new ConfirmAnswer(row.Id, slip.Login, true, await slips.Of(slip, print.BaseAddress, print.Language, cancellation), null)
            : throw new RefusedException(new Refusal("nomination.decided"));
    }

    /// <summary>An account that is in use needs no slip.</summary>
    private async Task<IssuedAccount?> SlipFor(Account account, Asker by, CancellationToken cancellation) =>
        account is { PasswordHash: null, DisabledAt: null } ? await issuing.Renew(account.UserName!, by.Login, cancellation) : null;

    /// <summary>A unit's word is in force already, or told again; a row of a list takes effect now, as the office's word.</summary>
    private async Task BringIntoForce(NominationRow row, CampaignScene scene, Asker by, CancellationToken cancellation)
    {
        await giving.RequireCurrent(row, scene.Today, cancellation);
        if (row.ToldAt is null || row.ToldRefusal is not null)
        {
            var fromLink = NominationWords.Source(row.Source) == NominationSource.Link;
            if (await telling.Tell(row, fromLink ? Telling.SignatureOf(row.Unit) : by.Signature, cancellation) is { } refusal)
            {
                throw new RefusedException(refusal);
            }
        }

        await telling.AwaitRosters([row], cancellation);
    }

    /// <summary>The account that is there, or a new one. Somebody may be a moment earlier: with the login name (the next number is free), or with this very nomination (then the account is there).</summary>
    private async Task<(Account? Known, IssuedAccount? Issued)> AccountFor(NominationRow row, string? login, Asker by, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await accounts.Find(row, cancellation) is { } known)
            {
                return (known, null);
            }

            try
            {
                return (null, await Issue(row, login ?? await accounts.Proposed(row, cancellation), by, cancellation));
            }
            catch (RefusedException taken) when (taken.Refusal.Code == "account.login-taken" && attempt < MostTries)
            {
                if (login is not null && await accounts.Find(row, cancellation) is null)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>The nomination learns of the account before the account is there: a crash leaves neither an account nor a slip behind that nobody knows.</summary>
    /// <remarks>Whoever finds a reserved id without its account goes on with that id, be it left by a crash or held by another confirming under way: one account at most.</remarks>
    private async Task<IssuedAccount> Issue(NominationRow row, string login, Asker by, CancellationToken cancellation)
    {
        var (seen, mail) = (row.Account, row.Email.Length == 0 ? null : row.Email);
        row.Account ??= Guid.NewGuid().ToString();
        var reserved = new Reservation(row.Account, (db, token) => Reserve(db, row.Id, seen, row.Account, token));
        return await issuing.Issue(login, row.Holder, by.Login, cancellation, mail, reserved);
    }

    private static async Task Reserve(CoordinationDb db, string nomination, string? seen, string account, CancellationToken cancellation)
    {
        var changed = await db.Nominations.Where(n => n.Id == nomination && n.Stage == Waiting && n.Account == seen).ExecuteUpdateAsync(n => n.SetProperty(r => r.Account, account), cancellation);
        if (changed == 0)
        {
            throw new RefusedException(new Refusal("nomination.decided"));
        }
    }

    private async Task<NominationRow> Read(string campaign, string nomination, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await Nominations.Require(db, campaign, nomination, cancellation);
    }
}

/// <summary>Under which address and in which language slips are printed.</summary>
internal sealed record SlipPrint(string BaseAddress, Language Language);
