using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A form in a drawer that names units and days.</summary>
public abstract class DatedForm : DrawerForm
{
    /// <summary>The plan in force: it names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }
}
