using System.Globalization;
using HuiminCoord.Domain.Auditing;

namespace HuiminCoord.Grains.Auditing;

/// <summary>A published checkpoint and where it stands.</summary>
internal sealed record PublishedCheckpoint(SignedCheckpoint Signed, string Line, string Where);

/// <summary>The checkpoints of files, by campaign.</summary>
internal sealed class PublishedCheckpoints
{
    private const int Shown = 80;

    private readonly Dictionary<string, List<PublishedCheckpoint>> _byCampaign = [];
    private readonly List<(string Line, string Where)> _unreadable = [];

    /// <summary>Every campaign that is named.</summary>
    public IEnumerable<string> Campaigns => _byCampaign.Keys;

    /// <summary>Reads files.</summary>
    /// <exception cref="AuditUnreadableException">One cannot be read.</exception>
    public static async Task<PublishedCheckpoints> Read(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var all = new PublishedCheckpoints();
        foreach (var file in files)
        {
            try
            {
                foreach (var (number, line) in (await CheckpointFile.Lines(file, cancellation).ConfigureAwait(false)).Index())
                {
                    all.Add(line.TrimEnd('\r'), string.Create(CultureInfo.InvariantCulture, $"{file}, line {number + 1}"));
                }
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                throw new AuditUnreadableException($"The checkpoints {file} cannot be read: {unreadable.Message}", unreadable);
            }
        }

        return all;
    }

    /// <summary>A campaign's.</summary>
    public IReadOnlyList<PublishedCheckpoint> Of(string campaign) => _byCampaign.GetValueOrDefault(campaign) ?? [];

    /// <summary>A power failure leaves the beginning of a line; the database then has the whole one.</summary>
    public void ForgiveTorn(IReadOnlyList<SignedCheckpoint> kept)
    {
        if (_unreadable.Count > 0)
        {
            var lines = kept.Select(CheckpointLine.Of).ToList();
            _unreadable.RemoveAll(u => lines.Exists(line => line.StartsWith(u.Line, StringComparison.Ordinal)));
        }
    }

    /// <summary>Lines that are no checkpoints.</summary>
    /// <param name="campaign">When only one was looked at, only lines that name it count.</param>
    public IReadOnlyList<string> Unreadable(string? campaign) =>
        [.. _unreadable.Where(u => campaign is null || u.Line.Contains(campaign, StringComparison.Ordinal))
            .Select(u => $"{u.Where}: no checkpoint: {(u.Line.Length > Shown ? u.Line[..Shown] + "…" : u.Line)}")];

    private void Add(string line, string where)
    {
        if (CheckpointLine.Read(line) is not { } read)
        {
            _unreadable.Add((line, where));
            return;
        }

        if (!_byCampaign.TryGetValue(read.Said.Campaign, out var list))
        {
            _byCampaign.Add(read.Said.Campaign, list = []);
        }

        list.Add(new(read, line, where));
    }
}
