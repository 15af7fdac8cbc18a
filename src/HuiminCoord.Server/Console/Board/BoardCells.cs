using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Board;

/// <summary>How what a unit owes looks on the board. The column's head tells how near the date is; cells tell the state of the work.</summary>
/// <param name="words">The language.</param>
/// <param name="today">Shanghai date.</param>
/// <param name="begun">Units and duties of which somebody has begun to write.</param>
internal sealed class BoardCells(PageWords words, DateOnly today, IReadOnlySet<(string Unit, string Duty)> begun)
{
    /// <summary>How a unit stands with a duty; a null row was never laid on it.</summary>
    internal BoardStanding Standing(ObligationRow? row) =>
        row is null || Stages.NotOwed.Contains(row.Stage) ? BoardStanding.NotOwed
        : RegisterReader.IsSilent(row, today) ? BoardStanding.Silent
        : !row.Reported ? BoardStanding.Extended
        : row.Stage switch
        {
            Stages.Submitted => BoardStanding.Waiting,
            Stages.Returned => BoardStanding.Returned,
            _ => BoardStanding.Done,
        };

    /// <summary>One part; null where the unit does not owe it.</summary>
    /// <param name="row">The obligation.</param>
    /// <param name="part">The part's id.</param>
    /// <param name="planned">The column's date: another one of the unit's own is said.</param>
    internal BoardCell? Cell(ObligationRow? row, string part, DateOnly? planned)
    {
        if (row is null || !Stages.PartsOf(row).TryGetValue(part, out var stage))
        {
            return null;
        }

        var facts = ObligationPayload.Of(row).Facts.GetValueOrDefault(part) ?? new PartFacts(row.FirstCompleteAt, row.FirstCompleteAt);
        return row.Stage == Stages.Ended ? new(Status.Off, words["board.ended"], null) : stage switch
        {
            PartStage.Submitted => new(Status.Submitted, words["board.waiting"], HandedIn(row, facts, words["board.submittedOn", Day(facts)])),
            PartStage.Returned => new(Status.Returned, null, Returned(row, facts)),
            PartStage.Accepted => new(Status.Accepted, null, HandedIn(row, facts, Day(facts))),
            PartStage.Waived => new(Status.Waived, null, null),
            _ => Open(row, planned),
        };
    }

    /// <summary>An earlier month.</summary>
    internal BoardMark? Mark(ObligationRow? row, string month)
    {
        if (row is null)
        {
            return null;
        }

        var day = row.FirstCompleteAt is { } at ? NearTexts.Brief(at) : null;
        var (status, word) = row switch
        {
            { Stage: Stages.Ended } => (Status.Off, words["board.ended"]),
            { Stage: Stages.Waived } => (Status.Waived, words["status.Waived"]),
            { Reported: true, OnTime: false } => (Status.LateSubmitted, words["status.LateSubmitted"]),
            { Reported: true } => (Status.Accepted, words["board.onTime"]),
            _ when ObligationView.IsOverdue(row, today) => (Status.Late, words["status.Late"]),
            _ => (Status.NotStarted, words["status.NotStarted"]),
        };
        var late = row is { OnTime: false, LateWorkdays: > 0 and var days } ? words["board.lateBy", days] : "";
        return new(status, word, string.Join(' ', new[] { month, word, day }.OfType<string>()) + late, day);
    }

    /// <summary>Nothing is handed in yet; somebody may have begun to write it.</summary>
    private BoardCell Open(ObligationRow row, DateOnly? planned)
    {
        var (late, writes) = (ObligationView.IsOverdue(row, today), begun.Contains((row.Unit, row.Duty)));
        var note = row.ExtensionStage == "asked" ? words["board.asks", NearTexts.Brief(row.ExtensionTo!.Value)]
            : row.Due is { } due && due != planned ? words[row.ExtensionStage == "granted" ? "board.extended" : "board.dueOn", NearTexts.Brief(due)]
            : late ? words[writes ? "status.Filling" : "status.NotStarted"]
            : null;
        return new(late ? Status.Late : writes ? Status.Filling : Status.NotStarted, null, note);
    }

    private string HandedIn(ObligationRow row, PartFacts facts, string day) =>
        row.OnTime == false && row.Due is { } due && facts.FirstAt >= ChinaTime.EndOf(due) ? words["status.LateSubmitted"]
        : facts.Nil ? words["board.nil"]
        : facts.EnteredAt is not null ? words["board.enteredOn", Day(facts)]
        : day;

    private string? Returned(ObligationRow row, PartFacts facts) => row.CorrectionDue is not { } due ? null
        : facts.Remarks == 0 ? words["board.before", NearTexts.Brief(due)]
        : words["board.remarks", facts.Remarks, NearTexts.Brief(due)];

    private static string Day(PartFacts facts) => facts.At is { } at ? NearTexts.Brief(at) : "—";
}
