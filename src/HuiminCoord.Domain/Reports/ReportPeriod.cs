namespace HuiminCoord.Domain.Reports;

/// <summary>The days that a report covers (统计期间), both included, Asia/Shanghai.</summary>
public sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>Periods in order of their days, those that follow one another as one.</summary>
    public static IReadOnlyList<ReportPeriod> Joined(IEnumerable<ReportPeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        var joined = new List<ReportPeriod>();
        foreach (var period in periods.OrderBy(p => p.From))
        {
            if (joined.Count > 0 && joined[^1].To.AddDays(1) == period.From)
            {
                joined[^1] = joined[^1] with { To = period.To };
            }
            else
            {
                joined.Add(period);
            }
        }

        return joined;
    }
}
