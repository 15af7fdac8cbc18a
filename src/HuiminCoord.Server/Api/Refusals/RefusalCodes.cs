using S = Microsoft.AspNetCore.Http.StatusCodes;

namespace HuiminCoord.Server.Api.Refusals;

/// <summary>Every refusal code that can leave the program, with its HTTP status. Its sentences are in <c>refusals.*.json</c>.</summary>
/// <remarks>
/// 400 the request cannot be read, 403 the asker does not own it, 404 there is no such thing (also: it belongs to another
/// campaign or unit), 409 not at this stage, 422 readable but not acceptable. A test compares the list with the source.
/// </remarks>
public static class RefusalCodes
{
    /// <summary>Status of each code.</summary>
    public static IReadOnlyDictionary<string, int> Status { get; } = All().ToDictionary(c => c.Code, c => c.Status, StringComparer.Ordinal);

    private static IEnumerable<(string Code, int Status)> All() => [
        .. Are(S.Status400BadRequest, "after.malformed", "command.key-malformed", "command.key-missing", "date.malformed", "form.stale", "id.malformed", "page.malformed", "period.malformed", "request.malformed"),
        .. Are(S.Status401Unauthorized, "access.sign-in-needed", "access.sign-in-refused"),
        .. Are(S.Status403Forbidden, "access.denied", "access.no-seat", "access.second-factor-missing", "report.leader-approves", "report.row-of-others", "obligation.not-owed", "origin.not-local", "meeting.consent-of-convenor", "meeting.consent-of-leader", "meeting.kind-of-office", "meeting.not-invited", "task.not-lead", "task.not-party"),
        .. Are(S.Status404NotFound, "account.unknown", "bulletin.objection-unknown", "bulletin.unknown", "consolidation.table-unknown", "district.unknown", "report.unknown", "report.version-unknown", "appointment.unknown", "link.spent", "link.unknown", "campaign.unknown", "channel.kind-unknown", "channel.unknown", "file.unknown", "meeting.unknown", "message.unknown", "milestone.unknown", "nomination.unknown", "obligation.unknown", "phase.goal-unknown", "phase.unknown", "plan.version-unknown", "problem.unknown", "question.unknown", "recipient.unknown", "rehearsal.none", "route.unknown", "seat.unknown", "session.unknown", "supervision.unknown", "task.unknown", "unit.unknown", "upload.unknown", "visit.unknown"),
        .. Are(S.Status405MethodNotAllowed, "method.not-allowed"),
        .. Are(S.Status409Conflict, Conflicts),
        .. Are(S.Status413PayloadTooLarge, "contacts.too-large", "draft.too-large", "file.too-large", "request.too-large", "workbook.too-large"),
        .. Are(S.Status415UnsupportedMediaType, "request.content-type"),
        .. Are(S.Status421MisdirectedRequest, "host.not-local"),
        .. Are(S.Status422UnprocessableEntity, Values),
        .. Are(S.Status429TooManyRequests, "request.too-many"),
        .. Are(S.Status500InternalServerError, "server.failed"),
        .. Are(S.Status503ServiceUnavailable, "server.not-ready"),
    ];

    private static string[] Conflicts => [
        "account.login-taken", "account.own", "agenda.changed", "agenda.empty", "agenda.frozen", "agenda.item-unknown", "agenda.outdated", "agenda.too-many", "amendment.nothing-changed", "appointment.administrators-apart", "appointment.by-security", "appointment.by-the-unit",
        "appointment.held-already", "appointment.last-administrator", "appointment.own", "appointment.seat-taken", "assignment.id-taken", "assignment.too-many-open", "calendar.paper-taken", "campaign.id-taken", "campaign.version-not-issued", "campaign.version-out-of-order", "channel.mail-not-configured", "channel.rehearsal-only-local", "channel.tested-just-now", "command.key-reused", "contact.held-already", "contact.named-by-unit", "decision.dropped", "decision.too-many", "decision.unknown", "draft.changed", "draft.gone", "draft.too-many", "due.entered-late",
        "extension.none-pending", "extension.too-late", "file.too-late", "file.too-many-waiting", "inbox.already-followed", "inbox.connection-closed", "inbox.sequence-from-the-future",
        "inbox.too-many-recipients", "meeting.begun", "meeting.cancelled", "meeting.id-taken", "meeting.not-agreed", "meeting.not-noticed", "meeting.not-submitted", "meeting.over", "meeting.with-convenor", "member.changed-since", "member.decided", "member.none-pending", "member.pending", "member.same-holder", "membership.is-member", "membership.none-pending", "membership.pending", "membership.too-many", "milestone.already-reached", "milestone.dropped", "milestone.id-taken", "milestone.too-many", "minutes.confirmed", "minutes.decision-due-past", "minutes.not-circulated", "minutes.owner-left", "minutes.too-many-corrections", "naming.leader-by-meeting", "nomination.decided", "nomination.outdated", "obligation.already-reported", "obligation.closed", "obligation.not-open-yet", "obligation.supervised", "part.already-accepted", "part.not-submitted",
        "bulletin.issued", "bulletin.not-circulated", "bulletin.not-issued", "bulletin.objection-answered", "bulletin.objections-open", "bulletin.objections-over", "bulletin.objections-unanswered", "bulletin.other-round", "bulletin.too-many-objections",
        "consolidation.no-reports", "consolidation.not-complete", "consolidation.too-many-tables", "part.returned", "part.waived", "report.fields-changed", "report.no-correction", "report.not-accepted", "report.not-waiting", "report.nothing-asked", "report.other-version", "report.reopening-none", "report.reopening-waits", "report.same-person", "report.second-person", "report.sheet-unknown", "report.too-many-versions", "report.waits", "submit.form-needed", "submit.with-office", "phase.already-left", "phase.goals-missing", "phase.not-begun", "phase.not-open-yet",
        "phase.reports-open", "plan.version-taken", "problem.not-handed-in", "problem.struck-off", "receipt.not-awaited", "rehearsal.day-passed", "seat.vacant", "session.ended", "session.not-begun", "session.not-ended", "session.recorded-by-other", "session.too-early", "submit.name-the-liaison", "supervision.nothing-to-report", "supervision.too-many-lines", "supervision.too-many-problems", "supervision.too-many-visits", "task.ended", "task.not-begun", "unit.already-begun", "unit.left", "unit.not-begun", "upload.incomplete", "upload.offset-wrong", "upload.too-many", "upload.too-much",
        "urge.already-reported", "urge.entered-late", "urge.nobody-to-receive", "visit.changed", "withdraw.entered-by-office", "withdraw.review-begun", "workbook.other-campaign", "workbook.other-period", "workbook.other-unit",
    ];

    private static string[] Values => [
        "account.login-malformed", "account.name-needed", "agenda.fact-needed", "agenda.heading-unknown", "agenda.minutes-out-of-range", "agenda.order-incomplete", "agenda.owner-needed", "agenda.split-rows", "agenda.text-too-long", "amendment.column-kind", "amendment.id-reused", "amendment.ladder-removed", "amendment.lead-changed", "amendment.members-by-meeting", "amendment.other-campaign",
        "amendment.phase-removed", "plan.invalid",
        "assignment.due-in-the-past", "assignment.kind-unknown", "assignment.title-needed",
        "calendar.day-decided-twice", "calendar.day-outside-year", "calendar.not-published-yet", "calendar.paper-invalid", "calendar.paper-too-long",
        "calendar.paper-unreadable", "calendar.reason-needed", "calendar.year-missing", "contact.name-missing", "contact.seat-twice", "contact.seat-unknown", "contact.unit-unknown", "contacts.columns-missing", "contacts.empty", "contacts.too-many-rows", "contacts.too-wide", "contacts.unreadable", "channel.address-malformed", "channel.address-not-allowed", "channel.https-needed", "channel.name-not-found", "channel.secret-needed", "date.out-of-range", "deadline.length-needed", "decision.due-needed", "decision.due-past", "decision.owner-needed", "decision.owner-not-holder", "decision.text-needed", "decision.workdays-out-of-range", "draft.unreadable", "due.in-the-past", "due.too-far",
        "extension.not-later", "factor.code-needed", "factor.code-wrong", "file.empty", "file.name-malformed", "file.too-many", "file.type-refused", "password.common", "password.repeated-otherwise", "password.too-long", "password.too-short", "submit.paper-by-office", "submit.received-at-needed",
        "inbox.sequence-negative", "meeting.chair-needed", "meeting.guests-malformed", "meeting.holder-malformed", "meeting.holder-missing", "meeting.id-not-own", "meeting.in-past", "meeting.kind-unknown", "meeting.member-twice", "meeting.members-needed",
        "meeting.minutes-out-of-range", "meeting.place-needed", "meeting.reply-by-out-of-range", "meeting.reply-unknown", "meeting.title-needed", "meeting.too-far", "meeting.who-needed", "member.basis-needed", "member.day-out-of-range", "membership.convenes", "membership.domain-unknown", "membership.leads", "membership.name-needed", "membership.name-taken", "milestone.due-out-of-range", "milestone.title-needed", "minutes.correct-by-out-of-range", "minutes.correction-needed", "naming.liaison-needed", "naming.mail-malformed", "naming.unreadable", "part.unknown", "phase.evidence-needed", "phase.signature-needed", "problem.due-out-of-range", "problem.text-needed", "problem.word-needed", "reason.needed", "rehearsal.pace-out-of-range", "request.invalid", "return.remark-needed", "seat.name-needed", "seat.same-person", "seat.term-not-current", "seat.term-reversed", "session.attendance-unknown", "session.day-not-asked", "session.not-about-members", "session.note-too-long", "submit.received-out-of-range", "supervision.group-malformed", "supervision.leader-needed", "supervision.line-needed", "supervision.line-unknown", "supervision.matter-needed", "supervision.out-of-scope", "supervision.period-out-of-range", "supervision.scope-needed",
        "task.block-needs-words", "task.dispute-with-whom", "task.evidence-needed", "task.percent-out-of-range", "task.solution-needs-words", "text.too-long",
        "upload.beyond-size", "upload.hash-differs", "upload.hash-malformed", "upload.piece-out-of-range",
        "bulletin.monthly-only", "bulletin.number-invalid", "bulletin.text-needed", "bulletin.until-out-of-range", "urge.reason-needed", "report.field-unknown", "report.has-errors", "report.remark-needed", "report.scan-needed", "report.too-many-fields", "visit.day-out-of-range", "visit.place-needed",
        "workbook.bad-names", "workbook.damaged", "workbook.encrypted", "workbook.entities", "workbook.inflates", "workbook.macros", "workbook.no-table", "workbook.not-xlsx", "workbook.too-many-cells", "workbook.too-many-parts", "workbook.two-tables", "workbook.xls",
    ];

    private static IEnumerable<(string, int)> Are(int status, params string[] codes) => codes.Select(c => (c, status));
}
