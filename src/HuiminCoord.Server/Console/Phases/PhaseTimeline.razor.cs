using System.Globalization;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>The campaign as a bar of months: where it stands, and how many units have reported in each.</summary>
public sealed partial class PhaseTimeline : PagePart
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required Supervision Of { get; set; }

    /// <summary>The month whose rows are shown below; null = none.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>The address at which a month's rows are shown.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string> Link { get; set; }

    private string Name(PhaseMonth month) => Words.Language == Language.English
        ? month.First.ToString("MMM", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{month.First.Month}月");

    private string Note(PhaseMonth month)
    {
        var gate = Of.GateOf(month.Phase.Id.Value);
        return month.Phase == Of.Present
            ? Words["phases.note", DateTexts.Short(month.Phase.Window.From)[..7], DateTexts.Short(month.Phase.Window.To)[..7]]
            : Words[$"phases.stage.{gate?.Stage ?? "waiting"}"];
    }

    private string ClassOf(PhaseMonth month) => string.Join(' ', new[]
    {
        month.When switch { MonthStage.Past => "past", MonthStage.Present => "cur", _ => "fut" },
        month.Opens ? "opens" : null,
        month.Phase == Of.Present ? "now" : null,
        month.Opens && month.Closes ? "wide" : null,
    }.OfType<string>());
}
