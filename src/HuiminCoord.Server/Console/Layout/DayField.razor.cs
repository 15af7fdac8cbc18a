using System.Globalization;
using HuiminCoord.Domain.Time;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A day, typed or picked; rest days of the working calendar look like it.</summary>
public sealed partial class DayField : LiveField
{
    /// <summary>What was chosen.</summary>
    [Parameter]
    public DateOnly? Value { get; set; }

    /// <summary>Another day was chosen.</summary>
    [Parameter]
    public EventCallback<DateOnly?> ValueChanged { get; set; }

    /// <summary>First day that can be chosen.</summary>
    [Parameter]
    public DateOnly? From { get; set; }

    /// <summary>Last day that can be chosen.</summary>
    [Parameter]
    public DateOnly? Until { get; set; }

    /// <summary>Shows rest days; null = every day looks alike.</summary>
    [Parameter]
    public WorkingCalendar? Calendar { get; set; }

    private DateTime? Picked => Value?.ToDateTime(default);

    /// <summary>Today where the campaign is: in a rehearsal not the day of the machine.</summary>
    private DateOnly Today => ChinaTime.DateOf(Visitor.Now);

    /// <summary>The month in which one begins to look.</summary>
    private DateTime Start => (Value ?? (Until < Today ? Until.Value : From > Today ? From.Value : Today)).ToDateTime(default);

    private CultureInfo Culture => PageCulture.Of(Words.Language);

    private Dictionary<string, object?> Described => new() { ["aria-describedby"] = $"{Id}-help" };

    private Task Change(DateTime? day) => ValueChanged.InvokeAsync(day is { } chosen ? DateOnly.FromDateTime(chosen) : null);

    private string ClassOf(DateTime day)
    {
        var date = DateOnly.FromDateTime(day);
        return $"{(Calendar is { } calendar && !calendar.IsWorkingDay(date) ? "rest" : "")} {(date == Today ? "today" : "")}";
    }
}
