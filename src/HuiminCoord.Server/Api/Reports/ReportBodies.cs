using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Api.Reports;

/// <summary>Saving what was typed.</summary>
/// <param name="Fields">Fields that were typed into.</param>
public sealed record SaveFieldsBody([property: Entries(1, CellBook.MostFields)] IReadOnlyList<FieldBody> Fields);

/// <summary>A field that was typed into.</summary>
/// <param name="Field">Which: <c>chi-shipin/officers</c>, <c>text/problems</c>, <c>note/chi-shipin/officers</c>, <c>nil</c>, <c>phone</c>.</param>
/// <param name="Typed">What stands in it; empty = nothing.</param>
/// <param name="Seen">The revision of this field that the writer began from; 0 = none.</param>
public sealed record FieldBody([property: Words(120, 1)] string Field, [property: Words(FreeText.MaxLength)] string Typed, [property: Within(0, int.MaxValue)] int Seen = 0);

/// <summary>Handing what was filled in to the unit's own approval.</summary>
/// <param name="Parts">Parts handed in; absent = all that are open or returned.</param>
/// <param name="Files">Attachments that were uploaded before; at most 20 files.</param>
/// <param name="Seen">The sheet's last revision that was looked at; absent = whatever stands.</param>
public sealed record ProposeReportBody(
    [property: IdList(10)] IReadOnlyList<string>? Parts = null, [property: Entries(0, FileBody.MostListed)] IReadOnlyList<FileBody>? Files = null, [property: Within(0, int.MaxValue)] int? Seen = null);

/// <summary>代录: entering what came on paper, as the office has typed it.</summary>
/// <param name="ReceivedAt">When the paper was received, with its offset.</param>
/// <param name="Parts">Parts that came; absent = all that are open or returned.</param>
/// <param name="Files">The scan.</param>
/// <param name="Seen">The sheet's last revision that was looked at; absent = whatever stands.</param>
public sealed record EnterReportBody(
    DateTimeOffset ReceivedAt, [property: IdList(10)] IReadOnlyList<string>? Parts = null, [property: Entries(0, FileBody.MostListed)] IReadOnlyList<FileBody>? Files = null,
    [property: Within(0, int.MaxValue)] int? Seen = null);

/// <summary>The unit approves what waits.</summary>
/// <param name="Version">The version that was looked at.</param>
/// <param name="Scan">The sealed and signed scan, where the plan asks for one.</param>
public sealed record ApproveReportBody([property: Within(1, int.MaxValue)] int Version, [property: Entries(0, FileBody.MostListed)] IReadOnlyList<FileBody>? Scan = null);

/// <summary>The unit's approver sends it back.</summary>
/// <param name="Remarks">What has to be corrected, each remark at a place.</param>
/// <param name="Version">The version that was looked at; absent = whichever waits.</param>
public sealed record SendBackReportBody([property: Entries(1, 50)] IReadOnlyList<RemarkBody> Remarks, [property: Within(1, int.MaxValue)] int? Version = null);

/// <summary>Asking to open an accepted report again.</summary>
/// <param name="Reason">Why; the unit is told.</param>
public sealed record AskReopeningBody([property: Words(FreeText.MaxLength, 1)] string Reason);

/// <summary>A second person decides it.</summary>
/// <param name="Agreed">True opens the report.</param>
public sealed record DecideReopeningBody(bool Agreed);

/// <summary>Accepting a correction.</summary>
/// <param name="Version">The version that was looked at.</param>
public sealed record AcceptCorrectionBody([property: Within(1, int.MaxValue)] int Version);

/// <summary>Returning a correction.</summary>
/// <param name="Version">The version that was looked at.</param>
/// <param name="Remarks">What has to be corrected, each remark at a place.</param>
public sealed record ReturnCorrectionBody([property: Within(1, int.MaxValue)] int Version, [property: Entries(1, 50)] IReadOnlyList<RemarkBody> Remarks);
