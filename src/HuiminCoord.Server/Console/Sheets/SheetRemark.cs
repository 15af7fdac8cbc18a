using HuiminCoord.Domain.Units;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>What somebody had to say about a sheet that came back.</summary>
/// <param name="Said">Where, and what.</param>
/// <param name="ByOffice">False = the unit's own approver.</param>
/// <param name="At">When; null = it is not known.</param>
public sealed record SheetRemark(Remark Said, bool ByOffice, DateTimeOffset? At);
