using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Duties;

/// <summary>What a unit owes, one a row: what, in which state, by when, and where to do it.</summary>
public sealed partial class DutyTable : PagePart
{
    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<DutyLine> Lines { get; set; }

    /// <summary>The campaign as it is now.</summary>
    [Parameter]
    [EditorRequired]
    public required CampaignScene Scene { get; set; }

    /// <summary>What is said when there is none.</summary>
    [Parameter]
    [EditorRequired]
    public required string Empty { get; set; }

    /// <summary>When there will be some.</summary>
    [Parameter]
    public string? EmptyHelp { get; set; }

    private string Note(DutyLine line) =>
        line.Row.ExtensionStage is "asked" ? Words["duties.extensionAsked", Words.ShortDay(line.Row.ExtensionTo!.Value, Scene.Today)]
        : line.Row.FirstCompleteAt is { } at ? Words[line.Row.OnTime == false ? "duties.reportedLate" : "duties.reported", DateTexts.Short(at)]
        : line.Row.EnteredLate ? Words["duties.enteredLate"]
        : Clause(line);

    private string Clause(DutyLine line) =>
        Scene.Plan.Clauses.FirstOrDefault(c => c.Id == line.Row.Clause) is { } clause ? Words["duties.clause", clause.Where] : line.Row.Clause ?? "";

    private string Do(DutyLine line) => Words[line switch
    {
        { IsOver: true } or { IsHandedIn: true } => "duties.look",
        { Is: Status.UnitReview } => Visitor.Asker.Standing.Seat.Role == SeatRole.Leader ? "duties.approve" : "duties.look",
        { Is: Status.Returned } => "duties.correct",
        { Begun: true } => "duties.goOn",
        _ => "duties.fill",
    }];
}
