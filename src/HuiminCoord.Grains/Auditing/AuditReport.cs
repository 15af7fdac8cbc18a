using HuiminCoord.Domain.Auditing;

namespace HuiminCoord.Grains.Auditing;

/// <summary>What a verification found.</summary>
/// <param name="Campaigns">Each campaign that anything speaks of.</param>
/// <param name="UnreadableLines">Lines of published checkpoints that are none.</param>
public sealed record AuditReport(IReadOnlyList<CampaignFindings> Campaigns, IReadOnlyList<string> UnreadableLines)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool Sound => UnreadableLines.Count == 0 && Campaigns.All(c => c.FaultCount == 0);
}

/// <summary>The audit cannot be verified; nothing was found about it.</summary>
public sealed class AuditUnreadableException : InvalidOperationException
{
    public AuditUnreadableException()
    {
    }

    public AuditUnreadableException(string message)
        : base(message)
    {
    }

    public AuditUnreadableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
