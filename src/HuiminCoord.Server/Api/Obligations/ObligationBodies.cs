using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Obligations;

/// <summary>Handing in.</summary>
/// <param name="Parts">Parts handed in, such as <c>summary</c>, <c>table</c>; absent = all that are open or returned.</param>
/// <param name="Note">A remark for the office.</param>
/// <param name="Nil">零报告: nothing to report, said explicitly.</param>
/// <param name="ReceivedAt">代录 only: when the office received the paper, with its offset. Absent = the unit submits now.</param>
/// <param name="Files">Evidence that was uploaded before; at most 20 files.</param>
public sealed record SubmitBody(
    [property: IdList(10)] IReadOnlyList<string>? Parts = null,
    [property: Words(FreeText.MaxLength)] string? Note = null,
    bool Nil = false,
    DateTimeOffset? ReceivedAt = null,
    [property: AddedLater, Entries(0, FileBody.MostListed)] IReadOnlyList<FileBody>? Files = null);

/// <summary>Taking back (撤回).</summary>
/// <param name="Parts">Parts taken back; absent = all that can be.</param>
/// <param name="Reason">For the office; may be left out.</param>
public sealed record WithdrawBody([property: IdList(10)] IReadOnlyList<string>? Parts = null, [property: Words(FreeText.MaxLength)] string? Reason = null);

/// <summary>Beginning a review.</summary>
/// <param name="Parts">Parts whose review begins; absent = all that are submitted.</param>
public sealed record BeginReviewBody([property: IdList(10)] IReadOnlyList<string>? Parts = null);

/// <summary>Accepting.</summary>
/// <param name="Parts">Parts accepted; absent = all that are submitted.</param>
/// <param name="Version">Of a report with a form: the version that was looked at. Another one is refused. Absent = whatever was handed in last.</param>
public sealed record AcceptBody([property: IdList(10)] IReadOnlyList<string>? Parts = null, [property: Within(1, ReportRules.MostVersions)] int? Version = null);

/// <summary>Returning one part for correction (退回修改).</summary>
/// <param name="Part">Which part; <c>all</c> where the duty has no parts.</param>
/// <param name="Remarks">What has to be corrected, each remark at a place.</param>
public sealed record ReturnBody([property: IdWord] string Part, [property: Entries(1, 50)] IReadOnlyList<RemarkBody> Remarks);

/// <summary>One remark.</summary>
/// <param name="Place">Where: row and column, a paragraph.</param>
/// <param name="Text">What to check.</param>
/// <param name="Cell">The cell of the table that is meant, as <c>chi-shipin/officers</c>.</param>
public sealed record RemarkBody([property: Words(100, 1)] string Place, [property: Words(1000, 1)] string Text, [property: AddedLater, Words(120, 1)] string? Cell = null)
{
    /// <summary>As commands carry them.</summary>
    internal static IReadOnlyList<Remark> Of(IReadOnlyList<RemarkBody> remarks) => [.. remarks.Select(r => new Remark(r.Place, r.Text, r.Cell))];
}

/// <summary>Waiving (免报).</summary>
/// <param name="Reason">Why nothing is owed.</param>
/// <param name="Parts">Parts waived; absent = all that are not accepted.</param>
public sealed record WaiveBody([property: Words(FreeText.MaxLength, 1)] string Reason, [property: IdList(10)] IReadOnlyList<string>? Parts = null);

/// <summary>Asking for a later date.</summary>
/// <param name="Until">The date asked for, later than the one in force.</param>
/// <param name="Reason">Why.</param>
public sealed record AskExtensionBody(DateOnly Until, [property: Words(FreeText.MaxLength, 1)] string Reason);

/// <summary>Deciding a request for extension.</summary>
/// <param name="Granted">True grants it.</param>
/// <param name="Until">The date granted; absent = the date asked for.</param>
/// <param name="Reason">Needed when it is not granted.</param>
public sealed record DecideExtensionBody(bool Granted, DateOnly? Until = null, [property: Words(FreeText.MaxLength)] string? Reason = null);

/// <summary>Moving a due date.</summary>
/// <param name="Due">The new reporting date.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveDueBody(DateOnly Due, [property: Words(FreeText.MaxLength, 1)] string Reason);

/// <summary>Urging by hand (催报).</summary>
/// <param name="Reason">Needed for a second time on one day.</param>
public sealed record UrgeBody([property: Words(FreeText.MaxLength)] string? Reason = null);

/// <summary>Laying a duty on a unit.</summary>
/// <param name="Duty">Its id, free in this unit and in the plan.</param>
/// <param name="Title">What is owed.</param>
/// <param name="Due">Reporting date.</param>
/// <param name="Kind">Decides its reminders.</param>
/// <param name="Clause">Clause or decision it rests on.</param>
public sealed record AssignBody(
    [property: IdWord] string Duty,
    [property: Words(60, 1)] string Title,
    DateOnly Due,
    AssignableKind Kind = AssignableKind.Other,
    [property: Words(100)] string? Clause = null);

/// <summary>Kinds of duty that can be laid on a unit outside the plan.</summary>
public enum AssignableKind
{
    /// <summary>A decision of the joint meeting (议定事项).</summary>
    Decision,

    /// <summary>Anything else.</summary>
    Other,
}
