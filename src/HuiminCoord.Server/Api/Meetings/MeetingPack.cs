using System.IO.Compression;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>All papers of a meeting in one archive, for whoever lays them on the table: notice, list to sign, a slip for each unit, and the minutes once the session has ended.</summary>
internal static class MeetingPack
{
    internal const string ContentType = "application/zip";

    /// <summary>The archive; the same meeting at the same instant gives the same bytes.</summary>
    internal static async Task<byte[]> Of(ReadingScene scene, MeetingState meeting, bool rehearsal, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Archives know no zone: whoever opens it sees when the campaign's clock stood.
            var at = scene.Campaign.Now.ToOffset(ChinaTime.Offset);
            foreach (var (name, paper) in await Papers(scene, meeting, rehearsal, cancellation))
            {
                var entry = archive.CreateEntry($"{name}.docx");
                entry.LastWriteTime = at;
                await using var content = await entry.OpenAsync(cancellation);
                await content.WriteAsync(paper, cancellation);
            }
        }

        return bytes.ToArray();
    }

    private static async Task<IEnumerable<(string Name, byte[] Paper)>> Papers(ReadingScene scene, MeetingState meeting, bool rehearsal, CancellationToken cancellation) =>
    [
        ("1-会议通知", MeetingPapers.Notice(scene.Campaign, meeting, rehearsal)),
        ("2-签到表", await MeetingPapers.List(scene, meeting, rehearsal, cancellation)),
        .. meeting.Arrangement!.Units.Select(u => ($"3-参会回执/{MeetingPapers.NameOf(scene.Campaign, u)}", MeetingPapers.Slip(scene.Campaign, meeting, u.Value, rehearsal))),
        .. meeting.Session?.EndedAt is null ? Array.Empty<(string, byte[])>() : [("4-会议纪要", await MinutesPapers.Of(scene, meeting, rehearsal, cancellation))],
    ];
}
