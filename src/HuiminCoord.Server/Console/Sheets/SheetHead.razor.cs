using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Above the sheet: what it is, where it is on its way, how long there is still time.</summary>
public sealed partial class SheetHead : PagePart
{
    private static readonly string[] Names = ["fill", "unit", "hand", "office"];

    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    /// <summary>The obligation.</summary>
    [Parameter]
    [EditorRequired]
    public required DutyLine Line { get; set; }

    /// <summary>The same as the API shows it.</summary>
    [Parameter]
    [EditorRequired]
    public required ObligationView View { get; set; }

    /// <summary>The campaign as it is now.</summary>
    [Parameter]
    [EditorRequired]
    public required CampaignScene Campaign { get; set; }

    private ReportStage At => Model.Scene.Found.State.Stage;

    private bool Returned => Model.Scene.Remarks.Count > 0 && At is ReportStage.Filling or ReportStage.Handed or ReportStage.Reopened;

    private bool Begun => Model.Keeper?.Typed.Values.Any(t => t.Length > 0) ?? Model.Scene.Found.Sheet.Typed.Values.Any(t => t.Length > 0);

    private int Settled => Model.Scene.Remarks.Count(Model.IsSettled);

    private int Step => At switch
    {
        ReportStage.Waiting => 2,
        ReportStage.Handing => 3,
        ReportStage.Correction => 4,
        ReportStage.Reopened => 1,
        _ => Model.Scene.Found.Asked.Count > 0 ? 1 : 4,
    };

    private string Stage => At switch
    {
        ReportStage.Waiting => Words["status.UnitReview"],
        ReportStage.Handing => Words["sheet.handing"],
        ReportStage.Correction => Words["sheet.correction"],
        ReportStage.Reopened => Words["sheet.reopened"],
        _ when Returned => Settled == 0 ? Words["sheet.returned", Model.Scene.Remarks.Count] : Words["sheet.returnedSettled", Model.Scene.Remarks.Count, Settled],
        _ => Words[StatusLook.Word(Line.Is == Status.NotStarted && Begun ? Status.Filling : Line.Is)],
    };

    private string? Colour => Returned ? "ret-ink" : At is ReportStage.Waiting ? null : Line.IsLate ? "late-ink" : null;

    private string Near => Line is { IsAsked: true, Due: { } due }
        ? $"{Words["page.comma2"]}{Words.Countdown(due, Campaign.Today, Campaign.Calendar)}{Words["sheet.until", Words.ShortDay(due, Campaign.Today)]}" : "";

    private string Context
    {
        get
        {
            var period = Model.Scene.Found.Period;
            string?[] facts =
            [
                period is null ? null : Words["sheet.period", DateTexts.Short(period.From), DateTexts.Short(period.To)],
                View.UnitName,
                View.DoBy is { } doBy && doBy != View.Due ? Words["sheet.doBy", Words.ShortDay(doBy, Campaign.Today)] : null,
                View.FirstCompleteAt is { } at ? Words[View.OnTime == false ? "duties.reportedLate" : "duties.reported", DateTexts.Short(at)] : null,
                View.FirstCompleteAt is not null && Model.Scene.Found.Asked.Count > 0 ? Words["sheet.timeliness"] : null,
                View.Extension is { Stage: "asked", Until: { } until } ? Words["duties.extensionAsked", Words.ShortDay(until, Campaign.Today)] : null,
            ];
            return string.Join(" | ", facts.OfType<string>());
        }
    }
}
