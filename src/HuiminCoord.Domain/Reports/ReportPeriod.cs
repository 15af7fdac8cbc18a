namespace HuiminCoord.Domain.Reports;

/// <summary>The days that a report covers (统计期间), both included, Asia/Shanghai.</summary>
public sealed record ReportPeriod(DateOnly From, DateOnly To);
