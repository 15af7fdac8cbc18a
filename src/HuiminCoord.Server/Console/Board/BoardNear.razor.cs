using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Board;

/// <summary>How near the date of a column is: it is said once, in its head.</summary>
public sealed partial class BoardNear : PagePart
{
    /// <summary>From so many working days on it is near.</summary>
    private const int NearFrom = 5;

    /// <summary>The column.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardColumn Of { get; set; }

    /// <summary>Campaign's day.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>As known today.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    private string Colour(DateOnly due) => !Of.IsMissing ? "idle" : Today > due ? "late" : IsNear(due) ? "soon" : "idle";

    private string Shape(DateOnly due) => !Of.IsMissing ? "ok" : Today > due ? "late" : "soon";

    private bool IsNear(DateOnly due) => Calendar.WorkingDaysBetween(Today, Calendar.DoBy(due)) <= NearFrom;
}
