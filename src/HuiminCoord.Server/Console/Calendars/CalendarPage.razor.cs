using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>工作日历: a year day by day, the papers behind it, and papers that the office prepares and its director imports.</summary>
public sealed partial class CalendarPage : LivePage
{
    private const string Paper = "paper", Layer = "layer";

    private readonly History _history = new();
    private string? _editing;

    [SupplyParameterFromQuery(Name = "year")]
    private int? WantedYear { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    private string? WantedDay { get; set; }

    /// <summary><c>layer</c>, <c>paper</c>; null = the calendar is only looked at.</summary>
    [SupplyParameterFromQuery(Name = "edit")]
    private string? Edit { get; set; }

    [Inject]
    private CalendarReader Reader { get; set; } = null!;

    [Inject]
    private CalendarPreview Previews { get; set; } = null!;

    [Inject]
    private CalendarImports Imports { get; set; } = null!;

    [Inject]
    private Pad Pad { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private Plan? Plan { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private IReadOnlyList<PaperLine> Papers { get; set; } = [];

    private IReadOnlyList<int> Years { get; set; } = [];

    private IReadOnlyList<CalendarMonth> Months { get; set; } = [];

    /// <summary>What is edited; null while nothing is.</summary>
    private PaperProposal? Proposal { get; set; }

    /// <summary>What waits for the director.</summary>
    private IReadOnlyList<PaperProposal> Waiting { get; set; } = [];

    private PaperForecast? Forecast { get; set; }

    /// <summary>True once somebody wanted to go on with fields that lack something: then each says so.</summary>
    private bool Missing { get; set; }

    private ILookup<DateOnly, DueMark> Dues { get; set; } = CalendarDues.None;

    private ILookup<DateOnly, MeetingMark> Meetings { get; set; } = CalendarMeetings.None;

    private DateOnly Today => ChinaTime.DateOf(Visitor.Now);

    private int Year => Years.Contains(WantedYear ?? 0) ? WantedYear!.Value : Years.Contains(Today.Year) || Years.Count == 0 ? Today.Year : Years[^1];

    private bool Editing => Edit is Layer or Paper && Visitor.May("previewCalendarPaper");

    private DateOnly? Chosen => DateOnly.TryParseExact(WantedDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year == Year ? day : null;

    private CalendarDay? ChosenDay => Months.SelectMany(m => m.Days).FirstOrDefault(d => d.Day == Chosen);

    private string Sentence => Calendar is null ? Words["cal.title"]
        : Words["cal.sentence", Year, Months.Sum(m => m.Days.Count(d => d.Works)), Months.Sum(m => m.Days.Count(d => d is { Works: true, Festival: not null }))];

    private string Context => Words["cal.context", Plan is null ? Words["cal.country"] : $"{Plan.District.Name}（{Plan.District.Code}）", DateTexts.Short(Calendar?.ProvisionalFrom)];

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        var seen = await Reader.Read(Desk, Visitor);
        (Plan, Calendar, Papers, Years, Dues, Meetings) = (seen.Plan, seen.Calendar, seen.Papers, seen.Years, seen.Dues, seen.Meetings);
        if (Editing && _editing != Edit)
        {
            Proposal = await Find(Edit!) ?? PaperProposal.Begin(Edit == Layer, Plan, Year);
            (_editing, Forecast, Missing) = (Edit, null, false);
            _history.Begin(Write());
        }
        else if (!Editing)
        {
            (_editing, Proposal, Forecast) = (null, null, null);
            Waiting = [.. new[] { await Find(Paper), await Find(Layer) }.OfType<PaperProposal>().Where(p => p.ProposedBy.Length > 0)];
        }

        LayOut();
    }

    private async Task<PaperProposal?> Find(string kind) => await Pad.Find(Visitor.Asker, KindOf(kind)) is { } sheet ? Read(sheet.Json) : null;

    private void LayOut() => Months = YearOfDays.Of(Year, Calendar!, Dues, Meetings, Proposal?.Sketch);

    private string? PaperOf(DateOnly day) => Calendar!.PaperOf(day) is { } id ? Papers.FirstOrDefault(p => p.Id == id || p.Region == id)?.Name ?? id : null;

    private async Task Pick(DateOnly day)
    {
        if (!Editing)
        {
            Navigation.NavigateTo(Address(Year, day: day));
            return;
        }

        Proposal!.Mark(day);
        await Changed();
    }

    private void Close() => Navigation.NavigateTo(Address(Year));

    private static string Address(int year, DateOnly? day = null, string? edit = null) => string.Create(
        CultureInfo.InvariantCulture, $"/calendar?year={year}{(day is { } d ? $"&day={d:yyyy-MM-dd}" : "")}{(edit is null ? "" : $"&edit={edit}")}");
}
