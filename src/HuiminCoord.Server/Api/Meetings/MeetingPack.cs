using System.Globalization;
using System.IO.Compression;
using System.Text;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>All papers of a meeting in one archive, for whoever lays them on the table: notice, list to sign, a slip for each unit, the minutes once the session has ended, and what is attached to its items.</summary>
internal static class MeetingPack
{
    internal const string ContentType = "application/zip";

    /// <summary>Bytes of attached papers in one archive; it is made in memory. What does not fit is named in it.</summary>
    private const long MostAttached = 60L * 1024 * 1024;

    /// <summary>The archive; the same meeting at the same instant gives the same bytes.</summary>
    internal static async Task<byte[]> Of(ReadingScene scene, MeetingState meeting, bool rehearsal, FileStore files, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Archives know no zone: whoever opens it sees when the campaign's clock stood.
            var at = scene.Campaign.Now.ToOffset(ChinaTime.Offset);
            foreach (var (name, paper) in await Papers(scene, meeting, rehearsal, cancellation))
            {
                await using var content = await Open(archive, $"{name}.docx", at, cancellation);
                await content.WriteAsync(paper, cancellation);
            }

            await Attach(archive, meeting, at, files, cancellation);
        }

        return bytes.ToArray();
    }

    /// <summary>Under the number that its item has on the page: 5-议题材料/2-分工建议.pdf.</summary>
    private static async Task Attach(ZipArchive archive, MeetingState meeting, DateTimeOffset at, FileStore files, CancellationToken cancellation)
    {
        var (left, named, missing) = (MostAttached, new HashSet<string>(StringComparer.Ordinal), new StringBuilder());
        foreach (var (item, n) in meeting.Agenda.Where(i => i.Removed is null).Select((item, n) => (item, n + 1)))
        {
            foreach (var paper in item.Papers ?? [])
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{n}-{paper.Name}");
                name = named.Add(name) ? name : string.Create(CultureInfo.InvariantCulture, $"{n}-{paper.Hash[..8]}-{paper.Name}");
                if (paper.Size > left)
                {
                    missing.AppendLine(name);
                    continue;
                }

                left -= paper.Size;
                await using var content = await Open(archive, $"5-议题材料/{name}", at, cancellation);
                await files.CopyTo(paper, content, cancellation);
            }
        }

        if (missing.Length > 0)
        {
            await using var content = await Open(archive, "5-议题材料/未收入的材料.txt", at, cancellation);
            await content.WriteAsync(Encoding.UTF8.GetBytes(missing.ToString()), cancellation);
        }
    }

    private static async Task<Stream> Open(ZipArchive archive, string name, DateTimeOffset at, CancellationToken cancellation)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = at;
        return await entry.OpenAsync(cancellation);
    }

    private static async Task<IEnumerable<(string Name, byte[] Paper)>> Papers(ReadingScene scene, MeetingState meeting, bool rehearsal, CancellationToken cancellation) =>
    [
        ("1-会议通知", MeetingPapers.Notice(scene.Campaign, meeting, rehearsal)),
        ("2-签到表", await MeetingPapers.List(scene, meeting, rehearsal, cancellation)),
        .. meeting.Arrangement!.Units.Where(u => u != meeting.Unit).Select(u => ($"3-参会回执/{MeetingPapers.NameOf(scene.Campaign, u)}", MeetingPapers.Slip(scene.Campaign, meeting, u.Value, rehearsal))),
        .. meeting.Session?.EndedAt is null ? Array.Empty<(string, byte[])>() : [("4-会议纪要", await MinutesPapers.Of(scene, meeting, rehearsal, cancellation))],
    ];
}
