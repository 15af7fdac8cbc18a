using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>Contacts that the office has on a list: each row becomes a nomination. The roster stays as it is until the office confirms.</summary>
internal sealed class ContactLists(CampaignDirectory campaigns, NominationBook book, AccountTrail trail, CoordinationDatabase database)
{
    /// <summary>Largest file.</summary>
    internal const int MostBytes = 1024 * 1024;

    /// <summary>Most rows with anything in them, besides the headings.</summary>
    internal const int MostRows = 500;

    /// <summary>What an XLSX file is called among media types.</summary>
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string FromLink = NominationWords.Of(NominationSource.Link);

    /// <summary>An empty list to be filled in.</summary>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>.</exception>
    internal async Task<byte[]> Template(string campaign, CancellationToken cancellation) => ContactSheet.Template((await campaigns.Campaign(campaign, cancellation)).Plan);

    /// <summary>Takes a list in. Taking it in again changes nothing.</summary>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>; <c>contacts.*</c> when it is no such file.</exception>
    internal async Task<ContactListAnswer> Import(string campaign, Stream file, Asker by, CancellationToken cancellation)
    {
        var scene = await campaigns.Campaign(campaign, cancellation);
        return await Take(scene, ContactSheet.Read(await Bounded(file, cancellation)), by, cancellation);
    }

    /// <summary>Takes in one contact that the office types.</summary>
    /// <returns>The nomination.</returns>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>, <c>unit.unknown</c>, and what a row of a list is refused for.</exception>
    internal async Task<string> Enter(string campaign, UnitId unit, SeatKind seat, NamedPerson person, Asker by, CancellationToken cancellation)
    {
        var scene = await campaigns.Campaign(campaign, cancellation);
        ActorDoor.RequireUnit(scene, unit.Value);
        var answer = await Take(scene, [new ContactRow(1, unit.Value, Recipients.Name(seat), person)], by, cancellation);
        return answer.Rows[0] is { Refusal: { } refusal } ? throw new RefusedException(refusal) : answer.Rows[0].Nomination!;
    }

    /// <exception cref="RefusedException"><c>contacts.too-large</c>.</exception>
    internal static void RequireSize(long bytes)
    {
        if (bytes > MostBytes)
        {
            throw new RefusedException(new Refusal("contacts.too-large", $"{MostBytes / 1024}"));
        }
    }

    private async Task<ContactListAnswer> Take(CampaignScene scene, IReadOnlyList<ContactRow> rows, Asker by, CancellationToken cancellation)
    {
        var known = await ContactFacts.Read(database, scene, cancellation);
        var verdicts = ContactRules.Judge(rows, scene.Plan, known.Of);
        var answers = verdicts.Where(v => v.Refusal is not null).Select(v => Answer(v, null)).ToList();
        foreach (var unit in verdicts.Where(v => v.Refusal is null).GroupBy(v => v.Unit!.Value))
        {
            answers.AddRange(await Store(scene.Id, unit.Key, [.. unit], known, by, cancellation));
        }

        var ordered = answers.OrderBy(a => a.Row).ToList();
        return new ContactListAnswer(ordered.Count(a => a.Refusal is null), ordered.Count(a => a.Refusal is not null), ordered);
    }

    /// <summary>One unit's rows in one transaction: nobody waits for two units at once.</summary>
    private Task<List<ContactRowAnswer>> Store(string campaign, UnitId unit, List<ContactVerdict> rows, ContactFacts known, Asker by, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            await UnitTurn.Take(db, campaign, unit.Value, token);
            var waiting = await NominationBook.Waiting(db, campaign, unit.Value).AsNoTracking().ToDictionaryAsync(n => n.Seat, token);
            var (answers, added) = (new List<ContactRowAnswer>(), new List<NominationRow>());
            foreach (var row in rows)
            {
                var named = new NamedSeat(row.Seat!.Value, row.Row.Person);
                var earlier = waiting.GetValueOrDefault(Recipients.Name(named.Seat));
                if (earlier is { } said && said.Source == FromLink && said.Holder != named.Person.Name)
                {
                    answers.Add(Answer(row with { Refusal = new Refusal("contact.named-by-unit") }, null));
                    continue;
                }

                var nomination = Same(earlier, named) ? earlier! : book.New(campaign, unit, named, NominationSource.List, before: known.Of(unit, named.Seat).Holder);
                added.AddRange(ReferenceEquals(nomination, earlier) ? [] : [nomination]);
                answers.Add(Answer(row, nomination.Id));
            }

            await Keep(db, campaign, unit, added, by, token);
            return answers;
        },
        cancellation);

    private async Task Keep(CoordinationDb db, string campaign, UnitId unit, List<NominationRow> added, Asker by, CancellationToken cancellation)
    {
        if (added.Count > 0)
        {
            await book.Add(db, added, by.Signature, cancellation);
            await trail.OfUnit(db, campaign, unit.Value, by.Signature, "contacts.listed", new { seats = added.Select(r => new { seat = r.Seat, holder = r.Holder }) }, cancellation);
        }
    }

    /// <summary>The unit's own word about the same person stays, and so does a row that says the same as before.</summary>
    private static bool Same(NominationRow? earlier, NamedSeat named) => earlier is not null && earlier.Holder == named.Person.Name
        && (earlier.Source == FromLink || (earlier.Title, earlier.Phone, earlier.Email) == (named.Person.Title, named.Person.Phone, named.Person.Email));

    private static ContactRowAnswer Answer(ContactVerdict verdict, string? nomination) => new(
        verdict.Row.Row, verdict.Unit?.Value ?? CampaignDirectory.Shown(verdict.Row.Unit), verdict.Seat, CampaignDirectory.Shown(verdict.Row.Person.Name), nomination, verdict.Refusal);

    private static async Task<byte[]> Bounded(Stream file, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(buffer, cancellation)) > 0;)
        {
            RequireSize(kept.Length + read);
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
