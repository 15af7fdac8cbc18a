using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Files;

/// <summary>Who may open a file: whoever may see a thing that it hangs on, and until then the side that uploaded it.</summary>
/// <remarks>What hangs on a phase is the office's evidence: it is open to those who see every unit's things.</remarks>
internal sealed class FileReach(CoordinationDatabase database, AccessMatrix matrix, TaskTies tasks, MeetingTies meetings, UploadBook uploads)
{
    /// <summary>The row of the matrix that says how far a seat reaches, whichever door is asked.</summary>
    internal const string Operation = "getFile";

    /// <summary>The file, under the name that the asker knows it by.</summary>
    /// <exception cref="RefusedException"><c>file.unknown</c>, whether it is not there or not the asker's to see.</exception>
    internal async Task<FileRef> Find(string campaign, string hash, Asker asker, CancellationToken cancellation)
    {
        var reach = asker.Standing.ReachOf(matrix, Operation);
        if (reach != Reach.None && FileRules.IsHash(hash))
        {
            await using var db = database.OpenToRead();
            if ((await Attached(db, campaign, hash, asker, reach, cancellation) ?? await uploads.Find(campaign, hash, asker, cancellation)) is { } file)
            {
                return file;
            }
        }

        throw new RefusedException(FileRules.Unknown(hash));
    }

    /// <summary>True for seats that open what hangs on a phase.</summary>
    internal bool OpensPhases(Asker asker) => asker.Standing.ReachOf(matrix, Operation).HasFlag(Reach.Other);

    /// <summary>The newest of those that are reached.</summary>
    private async Task<FileRef?> Attached(CoordinationDb db, string campaign, string hash, Asker asker, Reach reach, CancellationToken cancellation)
    {
        var rows = await db.Attachments.Where(a => a.Hash == hash && a.Campaign == campaign).OrderByDescending(a => a.AddedAt).ToListAsync(cancellation);
        foreach (var row in rows.DistinctBy(r => (r.Room, r.Id)))
        {
            var tie = row.Room switch
            {
                Rooms.Unit => asker.Standing.ToUnit(row.Id),
                Rooms.Report => asker.Standing.ToUnit(row.Id.Split('/')[0]),
                Rooms.Task => await tasks.Of(asker, campaign, row.Id),
                Rooms.Meeting => await meetings.Of(asker, campaign, row.Id, hash),
                _ => Reach.Other,
            };
            if (tie != Reach.None && reach.HasFlag(tie))
            {
                return new FileRef(row.Hash, row.Name, row.MediaType, row.Size);
            }
        }

        return null;
    }
}
