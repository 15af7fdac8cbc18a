using System.Globalization;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>A year as twelve tables of days. One day is in the order of tabs; arrow keys lead on from it, in the browser.</summary>
public sealed partial class YearGrid : PagePart
{
    /// <summary>The months.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<CalendarMonth> Months { get; set; }

    /// <summary>The year.</summary>
    [Parameter]
    [EditorRequired]
    public required int Year { get; set; }

    /// <summary>The campaign's today.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>The day that is looked at.</summary>
    [Parameter]
    public DateOnly? Chosen { get; set; }

    /// <summary>True while days are marked.</summary>
    [Parameter]
    public bool Editing { get; set; }

    /// <summary>A day was pressed.</summary>
    [Parameter]
    public EventCallback<DateOnly> Picked { get; set; }

    private DateOnly First => Chosen ?? (Today.Year == Year ? Today : new DateOnly(Year, 1, 1));

    private static string IdOf(CalendarDay day) => string.Create(CultureInfo.InvariantCulture, $"day-{day.Day:yyyy-MM-dd}");

    /// <summary>What a sketch says of a day goes before what the papers say.</summary>
    private static string? MarkOf(CalendarDay day) =>
        day.Sketched is { } sketched ? sketched.Works ? "work" : "rest" : day.Festival is null ? null : day.Works ? "work" : "rest";

    private string ClassOf(CalendarDay day) => string.Join(' ', new[]
    {
        "day", day.Works ? null : "off", MarkOf(day), day.Provisional ? "prov" : null, day.Sketched is null ? null : "sketched", day.Day == Today ? "today" : null, day.Day == Chosen ? "sel" : null,
    }.OfType<string>());

    /// <summary>What stands in the field: whoever speaks to a screen reader says what is seen.</summary>
    private string Seen(CalendarDay day) =>
        $"{day.Day.Day}{(MarkOf(day) is { } mark ? Words[$"cal.mark.{mark}"] : "")}{(day.Dues.Count > 0 ? Words["cal.mark.due"] : "")}{(day.Meetings.Count > 0 ? Words["cal.mark.meet"] : "")}";

    private string Say(CalendarDay day)
    {
        var works = Words[day.Works ? "cal.day.works" : "cal.day.rests"];
        string?[] parts =
        [
            Words.Day(day.Day), day.Festival is { } festival ? Words["cal.say.festival", works, festival] : works,
            day.Provisional ? Words["cal.legend.provisional"] : null,
            day.Sketched is { } sketched ? Words[sketched.Works ? "cal.say.sketchedWork" : "cal.say.sketchedRest", sketched.Festival] : null,
            .. day.Dues.Select(d => Words["cal.due", d.Title, d.Units]), .. day.Meetings.Select(m => m.Title),
        ];
        return string.Join(Words["cal.say.comma"], parts.OfType<string>());
    }

    private IEnumerable<string> NotesOf(CalendarMonth month) =>
    [
        .. YearOfDays.Runs(month, works: false).Select(r => Words["cal.note.rest", Days(r.First, r.Last), r.Festival]),
        .. YearOfDays.Runs(month, works: true).Select(r => Words["cal.note.work", Days(r.First, r.Last), r.Festival]),
        .. month.Days.Where(d => d.Dues.Count > 0).Select(d => Words["cal.note.due", d.Day.Day, string.Join(Words["page.comma"], d.Dues.Select(m => m.Title).Distinct())]),
        .. month.Days.SelectMany(d => d.Meetings.Select(m => Words["cal.note.meeting", d.Day.Day, m.Title])),
    ];

    private static string Days(DateOnly first, DateOnly last) => first == last ? $"{first.Day}" : $"{first.Day}–{last.Day}";
}
