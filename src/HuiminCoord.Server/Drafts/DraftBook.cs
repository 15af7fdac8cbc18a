using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Drafts;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Drafts;

/// <summary>What people have typed and not sent yet, kept by the server: a connection that breaks loses nothing that was saved.</summary>
/// <remarks>
/// People who share an owner write at one text. Each says which version they began from; what somebody else has written since is
/// never overwritten: it is answered, and the writer decides.
/// </remarks>
internal sealed class DraftBook(CoordinationDatabase database, CampaignClock clock, TimeProvider time)
{
    /// <summary>Keeps what stands in a form.</summary>
    /// <param name="asker">Who types; must share the owner.</param>
    /// <param name="owner">What shares the draft.</param>
    /// <param name="form">The form.</param>
    /// <param name="body">Its JSON, at most <see cref="DraftRules.LargestBody"/>.</param>
    /// <param name="seen">The version that the typing began from; 0 = there was none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The draft as it stands; refused with <c>draft.changed</c>, <c>draft.gone</c>, <c>draft.too-many</c>, <c>draft.too-large</c> or <c>draft.unreadable</c>.</returns>
    /// <exception cref="RefusedException"><c>access.denied</c>: the draft is others'.</exception>
    internal async Task<DraftAnswer> Save(Asker asker, DraftOwner owner, DraftForm form, string body, long seen, CancellationToken cancellation = default)
    {
        RequireShare(asker, owner);
        return DraftRules.RefuseBody(body) is { } unfit
            ? new(await Find(asker, owner, form, cancellation), null, unfit)
            : await database.Write((db, token) => Save(db, asker, (owner, form), (body, seen), token), cancellation);
    }

    /// <summary>Removes a draft because its form was sent, or is no longer wanted.</summary>
    /// <param name="asker">Who removes it; must share the owner.</param>
    /// <param name="owner">What shares the draft.</param>
    /// <param name="form">The form.</param>
    /// <param name="seen">The version that was sent or looked at: what somebody else has written since stays.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Nothing stands, also where nothing stood; refused with <c>draft.changed</c>.</returns>
    /// <exception cref="RefusedException"><c>access.denied</c>: the draft is others'.</exception>
    internal Task<DraftAnswer> Discard(Asker asker, DraftOwner owner, DraftForm form, long seen, CancellationToken cancellation = default)
    {
        RequireShare(asker, owner);
        return database.Write(
            async (db, token) =>
            {
                await DraftRows.TakeTurn(db, asker.Campaign, owner.Text, token);
                if (await DraftRows.One(db, asker.Campaign, owner.Text, form.Text).SingleOrDefaultAsync(token) is not { } row)
                {
                    return new DraftAnswer(null, null, null);
                }

                if (DraftRules.RefuseChange(DraftRows.MarkOf(row), seen, asker.Login) is { } refusal)
                {
                    return new(Draft.Of(row), null, refusal);
                }

                db.Drafts.Remove(row);
                return new(null, row.Version == seen ? null : Draft.Of(row), null);
            },
            cancellation);
    }

    /// <summary>The draft of a form; null when there is none.</summary>
    /// <exception cref="RefusedException"><c>access.denied</c>: the draft is others'.</exception>
    internal async Task<Draft?> Find(Asker asker, DraftOwner owner, DraftForm form, CancellationToken cancellation = default)
    {
        RequireShare(asker, owner);
        await using var db = database.OpenToRead();
        return await DraftRows.One(db, asker.Campaign, owner.Text, form.Text).SingleOrDefaultAsync(cancellation) is { } row ? Draft.Of(row) : null;
    }

    /// <summary>An owner's drafts, those that were saved last first.</summary>
    /// <param name="asker">Who looks; must share the owner.</param>
    /// <param name="owner">What shares the drafts.</param>
    /// <param name="prefix">Only forms that begin with it: <c>submit/</c>; empty = all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusedException"><c>access.denied</c>: the drafts are others'.</exception>
    internal async Task<IReadOnlyList<DraftHead>> List(Asker asker, DraftOwner owner, string prefix = "", CancellationToken cancellation = default)
    {
        RequireShare(asker, owner);
        await using var db = database.OpenToRead();
        var heads = await db.Drafts.Where(d => d.Campaign == asker.Campaign && d.Owner == owner.Text)
            .Select(d => new DraftHead(d.Form, d.Version, d.SavedAt, d.SavedBy, d.CampaignAt)).ToListAsync(cancellation);
        return [.. heads.Where(d => d.Form.StartsWith(prefix, StringComparison.Ordinal)).OrderByDescending(d => d.Version)];
    }

    /// <summary>Which parts of what units owe are 填报中. It says when, not what: whoever may see the board may see it.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="units">Only these; null = all.</param>
    /// <param name="duties">Only these; null = all.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<IReadOnlyList<FillingPart>> Filling(
        string campaign, IReadOnlyCollection<string>? units = null, IReadOnlyCollection<string>? duties = null, CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        var rows = await DraftRows.OfUnits(db, campaign, units).Select(d => new { d.Owner, d.Form, d.SavedAt, d.CampaignAt }).ToListAsync(cancellation);
        return [..
            from row in rows
            let filled = DraftForm.PartOf(row.Form)
            where filled is not null && duties?.Contains(filled.Value.Duty) != false
            orderby row.Owner, filled.Value.Duty, filled.Value.Part
            select new FillingPart(DraftOwner.UnitOf(row.Owner)!, filled.Value.Duty, filled.Value.Part, row.SavedAt, row.CampaignAt)];
    }

    /// <summary>Units and duties of which somebody has begun to write.</summary>
    internal async Task<IReadOnlySet<(string Unit, string Duty)>> Begun(string campaign, IReadOnlyCollection<string>? units, CancellationToken cancellation) =>
        (await Filling(campaign, units, cancellation: cancellation)).Select(f => (f.Unit, f.Duty)).ToHashSet();

    private async Task<DraftAnswer> Save(CoordinationDb db, Asker asker, (DraftOwner Owner, DraftForm Form) what, (string Body, long Seen) wish, CancellationToken cancellation)
    {
        var version = await DraftRows.TakeTurn(db, asker.Campaign, what.Owner.Text, cancellation);
        var row = await DraftRows.One(db, asker.Campaign, what.Owner.Text, what.Form.Text).SingleOrDefaultAsync(cancellation);
        var stood = row is null ? null : Draft.Of(row);
        var refusal = DraftRules.RefuseChange(row is null ? null : DraftRows.MarkOf(row), wish.Seen, asker.Login)
            ?? (row is null && !what.Form.IsLasting ? await MakeRoom(db, asker.Campaign, what.Owner.Text, cancellation) : null);
        if (refusal is not null)
        {
            return new(stood, null, refusal);
        }

        var saved = new DraftRow
        {
            Campaign = asker.Campaign, Owner = what.Owner.Text, Form = what.Form.Text, Version = version, Body = wish.Body, SavedAt = time.GetUtcNow(),
            SavedBy = asker.Signature, CampaignAt = clock.Now,
        };
        if (row is null)
        {
            db.Drafts.Add(saved);
        }
        else
        {
            db.Entry(row).CurrentValues.SetValues(saved);
        }

        return new(Draft.Of(saved), stood?.Head.Version == wish.Seen ? null : stood, null);
    }

    /// <summary>Takes the oldest draft away where all places are taken and nobody has come back to it for long.</summary>
    private async Task<Refusal?> MakeRoom(CoordinationDb db, string campaign, string owner, CancellationToken cancellation)
    {
        var all = DraftRows.Waiting(db, campaign, owner);
        var oldest = await all.CountAsync(cancellation) < DraftRules.MostPerOwner ? null : await all.OrderBy(d => d.SavedAt).ThenBy(d => d.Form).FirstAsync(cancellation);
        var refusal = DraftRules.RefuseNew(oldest?.SavedAt, time.GetUtcNow());
        if (oldest is not null && refusal is null)
        {
            db.Drafts.Remove(oldest);
        }

        return refusal;
    }

    private static void RequireShare(Asker asker, DraftOwner owner)
    {
        if (!owner.IsSharedBy(asker.Standing.Seat, asker.Signature))
        {
            throw new RefusedException(new Refusal("access.denied"));
        }
    }
}
