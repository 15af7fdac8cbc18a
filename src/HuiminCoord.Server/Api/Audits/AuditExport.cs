using System.Globalization;
using System.Text;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Bodies;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Audits;

/// <summary>An audit as a CSV file for a spreadsheet, written as it is read: page by page, in the order in which things were told.</summary>
internal static class AuditExport
{
    private const int PageSize = 500;
    private const string ContentType = "text/csv; charset=utf-8";
    private const string Columns = "position,at,grain,sequence,actor,account,event,body";

    /// <summary>The file. A spreadsheet takes it for UTF-8 because of its byte order mark.</summary>
    internal static IResult Of(CoordinationDatabase database, string campaign, AuditFilter filter, CancellationToken cancellation) => Results.Stream(
        async to =>
        {
            await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
            await Write(database, campaign, filter, writer, cancellation);
        },
        ContentType,
        $"audit-{campaign}.csv");

    /// <summary>Rows that are told meanwhile do not count: a busy campaign's file would have no end.</summary>
    private static async Task Write(CoordinationDatabase database, string campaign, AuditFilter filter, StreamWriter writer, CancellationToken cancellation)
    {
        await writer.WriteLineAsync(Columns.AsMemory(), cancellation);
        var last = await Head(database, campaign, cancellation);
        for (var after = 0L; after < last;)
        {
            await using var db = database.OpenToRead();
            var page = await filter.Of(db, campaign).Where(a => a.Position > after && a.Position <= last).OrderBy(a => a.Position).Take(PageSize).ToListAsync(cancellation);
            foreach (var row in page.Select(AuditView.Of))
            {
                await writer.WriteLineAsync(Line(row).AsMemory(), cancellation);
            }

            await writer.FlushAsync(cancellation);
            after = page.Count < PageSize ? last : page[^1].Position;
        }
    }

    private static async Task<long> Head(CoordinationDatabase database, string campaign, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.AuditHeads.Where(h => h.Campaign == campaign).Select(h => h.Position).SingleOrDefaultAsync(cancellation);
    }

    private static string Line(AuditView row) => string.Join(',', new[]
    {
        row.Position.ToString(CultureInfo.InvariantCulture), row.At.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        row.Grain, row.Sequence.ToString(CultureInfo.InvariantCulture), row.Actor ?? "", row.Account ?? "", row.Event, row.Body?.ToJsonString(ApiJson.Options) ?? "",
    }.Select(CsvCell.Of));
}
