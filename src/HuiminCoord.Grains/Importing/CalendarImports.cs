using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Importing;

/// <summary>What became of an import.</summary>
/// <param name="Paper">Its id; null when it was refused.</param>
/// <param name="Changed">False when the same paper was known already, or it was refused.</param>
/// <param name="KnownFrom">From when decisions use it.</param>
/// <param name="Adopted">Answers of the campaigns that it concerns.</param>
public sealed record ImportAnswer(string? Paper, int Revision, bool Changed, DateTimeOffset? KnownFrom, IReadOnlyList<Answer> Adopted, Refusal? Refusal)
{
    internal static ImportAnswer Refused(Refusal refusal) => new(null, 0, false, null, [], refusal);
}

/// <summary>Takes in holiday papers: each is stored once, then every campaign in its region adopts it.</summary>
/// <remarks>
/// The row decides: two imports at once get two revisions, the same paper twice gets one. A crash between row and campaigns is
/// mended by <see cref="AdoptAll"/>, which every start and every repeated import does again.
/// </remarks>
public sealed class CalendarImports(CoordinationDatabase database, CalendarShelf shelf, PlanShelf plans, IGrainFactory grains, CampaignClock clock)
{
    private const int LongestReason = 400;

    /// <summary>Imports a paper or layer for all campaigns that it concerns. Repeating it changes nothing.</summary>
    /// <param name="json">As <see cref="CalendarPaper.Parse"/> reads it.</param>
    /// <param name="reason">Kept with everything that moves.</param>
    /// <param name="by">Who imports it.</param>
    public async Task<ImportAnswer> Import(string json, string reason, string by, CancellationToken cancellation = default)
    {
        if (CalendarReading.Read(json, out var paper) is { } unreadable)
        {
            return ImportAnswer.Refused(unreadable);
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return ImportAnswer.Refused(new Refusal("calendar.reason-needed", $"{LongestReason}"));
        }

        shelf.Refresh();
        var (stored, changed, refusal) = await Store(paper!, reason, by, cancellation);
        if (refusal is not null || stored is null)
        {
            return refusal is null ? new ImportAnswer(paper!.Id, 0, false, KnownFrom(paper.Id), [], null) : ImportAnswer.Refused(refusal);
        }

        shelf.AtLeast(stored.Revision);
        return new ImportAnswer(paper!.Id, stored.Revision, changed, stored.KnownFrom, await AdoptAll(cancellation), null);
    }

    /// <summary>Every campaign that has not adopted a paper of its region does it now.</summary>
    public async Task<IReadOnlyList<Answer>> AdoptAll(CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        var imports = await db.CalendarImports.OrderBy(i => i.Revision).ToListAsync(cancellation);
        if (imports.Count == 0)
        {
            return [];
        }

        var answers = new List<Answer>();
        foreach (var row in await db.Campaigns.OrderBy(c => c.Campaign).ToListAsync(cancellation))
        {
            var plan = await plans.Get(row.Campaign, row.PlanVersion);
            if (imports.LastOrDefault(i => RegionalLayer.Covers(i.Region, plan.District.Code)) is { } newest)
            {
                answers.Add(await Adopt(row.Campaign, newest));
            }
        }

        return answers;
    }

    private async Task<Answer> Adopt(string campaign, CalendarImportRow import)
    {
        var earlier = Acting.Who;
        Acting.As(import.ImportedBy);
        try
        {
            return await grains.GetGrain<ICampaignGrain>(campaign).Do(new CampaignCommand.AdoptCalendar(import.Revision, import.Id, import.Reason), null);
        }
        finally
        {
            Acting.As(earlier);
        }
    }

    private DateTimeOffset? KnownFrom(string id) =>
        shelf.Table.Papers.FirstOrDefault(p => p.Id == id)?.KnownFrom ?? shelf.Table.Regions.FirstOrDefault(l => l.Id == id)?.KnownFrom;

    /// <summary>Stores the paper, unless it is there; null without a refusal when the program came with it.</summary>
    private Task<(CalendarImportRow? Row, bool Changed, Refusal? Refusal)> Store(CalendarPaper paper, string reason, string by, CancellationToken cancellation) =>
        database.Write<(CalendarImportRow?, bool, Refusal?)>(
            async (db, token) =>
            {
                await KeepOthersOut(db, token);
                var rows = await db.CalendarImports.OrderBy(i => i.Revision).ToListAsync(token);
                if (rows.Find(r => r.Id == paper.Id) is { } earlier)
                {
                    return earlier.Json == paper.Json ? (earlier, false, null) : (null, false, new Refusal("calendar.paper-taken", paper.Id));
                }

                if (CalendarReading.Judge(paper, shelf.Table, clock.Now) is { } verdict)
                {
                    return (null, false, verdict.Refusal);
                }

                var row = Row(paper, rows.Count + 1, reason, by, clock.Now);
                db.CalendarImports.Add(row);
                return (row, true, null);
            },
            cancellation);

    private static CalendarImportRow Row(CalendarPaper paper, int revision, string reason, string by, DateTimeOffset now) => new()
    {
        Revision = revision,
        Id = paper.Id,
        Region = paper.Region,
        Document = paper.Document,
        Url = paper.Url,
        PublishedOn = paper.PublishedOn,
        KnownFrom = CalendarReading.KnownFrom(paper, now),
        ImportedAt = now,
        ImportedBy = by,
        Reason = reason,
        Json = paper.Json,
    };

    /// <summary>Revisions have no gaps: on PostgreSQL one import waits for the other; SQLite has one writer anyway.</summary>
    private Task KeepOthersOut(CoordinationDb db, CancellationToken cancellation) => database.Provider == DatabaseProvider.PostgreSql
        ? db.Database.ExecuteSqlRawAsync("LOCK TABLE calendar_import IN SHARE ROW EXCLUSIVE MODE", cancellation)
        : Task.CompletedTask;
}
