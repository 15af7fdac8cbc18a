using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>Fields for a meeting's time and place, and for who sits in it.</summary>
public sealed partial class ArrangementFields : PagePart
{
    /// <summary>What is typed.</summary>
    [Parameter]
    [EditorRequired]
    public required ArrangementDraft Draft { get; set; }

    /// <summary>The plan in force: its units can be asked.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    /// <summary>First day that can be chosen.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>False where only time and place may change.</summary>
    [Parameter]
    public bool Whole { get; set; } = true;

    /// <summary>Nobody is told what is missing before having tried.</summary>
    [Parameter]
    public bool Shows { get; set; }

    /// <summary>Another day was chosen.</summary>
    [Parameter]
    public EventCallback DayChosen { get; set; }

    /// <summary>The title was typed: from now on it is the typist's.</summary>
    [Parameter]
    public EventCallback Named { get; set; }

    private Task Choose(DateOnly? day)
    {
        Draft.Day = day;
        return DayChosen.InvokeAsync();
    }

    private Task Name(string title)
    {
        Draft.Title = title;
        return Named.InvokeAsync();
    }

    private void Toggle(string unit)
    {
        if (!Draft.Units.Remove(unit))
        {
            Draft.Units.Add(unit);
        }
    }
}
