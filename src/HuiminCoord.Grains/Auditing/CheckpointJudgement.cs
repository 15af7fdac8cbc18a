using System.Globalization;
using HuiminCoord.Domain.Auditing;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Judges a campaign's checkpoints, those of the database and the published ones: which hold, and what is wrong with the others.</summary>
internal sealed class CheckpointJudgement(string campaign, AuditKeys? keys, PublishedCheckpoints published)
{
    private readonly List<AuditFault> _faults = [];
    private readonly List<Checkpoint> _valid = [];

    /// <summary>Those whose signature holds, by position.</summary>
    public IReadOnlyList<Checkpoint> Valid => [.. _valid.OrderBy(c => c.Position).ThenBy(c => c.Number)];

    /// <summary>Judges them.</summary>
    /// <param name="kept">Those of the database, by number.</param>
    /// <param name="given">How many were given, as the sealer noted it.</param>
    /// <exception cref="AuditUnreadableException">There are checkpoints and no key.</exception>
    public void Judge(IReadOnlyList<SignedCheckpoint> kept, long given)
    {
        if (keys is null && kept.Count + published.Of(campaign).Count > 0)
        {
            throw new AuditUnreadableException("The checkpoints' signatures cannot be judged without a key. Name the key file, or its public half, with --key.");
        }

        published.ForgiveTorn(kept);
        var lines = new Dictionary<long, string>();
        foreach (var (next, checkpoint) in kept.Index())
        {
            LookForGap(next == 0 ? 0 : kept[next - 1].Said.Number, checkpoint.Said);
            Signature(checkpoint, Text($"checkpoint {checkpoint.Said.Number} of the database"));
            lines[checkpoint.Said.Number] = CheckpointLine.Of(checkpoint);
        }

        Note(kept.Count == 0 ? null : kept[^1].Said, given);
        foreach (var one in published.Of(campaign).Where(p => lines.GetValueOrDefault(p.Signed.Said.Number) != p.Line))
        {
            if (Signature(one.Signed, $"the checkpoint at {one.Where}"))
            {
                Fault(AuditFaultKind.CheckpointMissing, one.Signed.Said, Text($"checkpoint {one.Signed.Said.Number} was published ({one.Where}) and is not in the database"));
            }
        }
    }

    /// <summary>The campaign's findings with those about its checkpoints.</summary>
    public CampaignFindings Join(CampaignFindings found) => found with
    {
        Faults = [.. found.Faults.Concat(_faults).OrderBy(f => f.Position).Take(MostFaults)],
        FaultCount = found.FaultCount + _faults.Count,
    };

    private const int MostFaults = 200;

    private bool Signature(SignedCheckpoint checkpoint, string what)
    {
        if (keys!.Holds(checkpoint))
        {
            _valid.Add(checkpoint.Said);
            return true;
        }

        Fault(AuditFaultKind.Forged, checkpoint.Said, keys.Knows(checkpoint.Said.Key)
            ? $"{what} was altered: its signature does not hold"
            : $"{what} is signed by a key that is not known: {(checkpoint.Said.Key.Length > 16 ? checkpoint.Said.Key[..16] : checkpoint.Said.Key)}…");
        return false;
    }

    private void LookForGap(long before, Checkpoint next)
    {
        if (next.Number != before + 1)
        {
            Fault(AuditFaultKind.CheckpointMissing, next, Text($"checkpoints {before + 1} to {next.Number - 1} are not in the database"));
        }
    }

    private void Note(Checkpoint? last, long given)
    {
        var kept = last?.Number ?? 0;
        if (kept != given)
        {
            Fault(kept < given ? AuditFaultKind.CheckpointMissing : AuditFaultKind.HeadWrong, last ?? new(campaign, 0, 0, "", 0, ""), Text($"{given} checkpoints were given; the database's last one is number {kept}"));
        }
    }

    private void Fault(AuditFaultKind kind, Checkpoint about, string what) => _faults.Add(new(kind, campaign, about.Position, about.Position, null, null, null, what));

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
