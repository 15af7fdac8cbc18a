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

    private CultureInfo Culture => PageCulture.Of(Words.Language);

    private Dictionary<string, object?> Described => new() { ["aria-describedby"] = $"{Id}-help" };

    private Task Change(DateTime? day) => ValueChanged.InvokeAsync(day is { } chosen ? DateOnly.FromDateTime(chosen) : null);

    private string ClassOf(DateTime day) => Calendar is { } calendar && !calendar.IsWorkingDay(DateOnly.FromDateTime(day)) ? "rest" : "";
}
