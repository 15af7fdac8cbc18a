using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Server.Api.Calendars;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>A paper or layer as a page lists it.</summary>
/// <param name="Id">2021-1, or region and day of publication.</param>
/// <param name="Region">Division code of a layer; null for the whole country.</param>
/// <param name="Name">Its number where it was entered, else its id.</param>
/// <param name="Url">Where it can be read; null when it is no web address.</param>
/// <param name="By">Who imported it; null when it came with the program.</param>
public sealed record PaperLine(string Id, string? Region, string Name, DateOnly PublishedOn, DateTimeOffset KnownFrom, string? Url, string? By, string? Reason);

/// <summary>What the calendar shows to a seat.</summary>
/// <param name="Plan">The campaign's plan; null for administrators of the server.</param>
internal sealed record SeenCalendar(Plan? Plan, WorkingCalendar Calendar, IReadOnlyList<PaperLine> Papers, IReadOnlyList<int> Years, ILookup<DateOnly, DueMark> Dues, ILookup<DateOnly, MeetingMark> Meetings);

/// <summary>Reads days, papers and dates for whoever looks: in a campaign those of its district, else those of the whole country.</summary>
internal sealed class CalendarReader(CalendarShelf shelf, PaperList papers, CampaignPlans plans)
{
    /// <summary>Reads what the seat may see.</summary>
    internal async Task<SeenCalendar> Read(Desk desk, Visitor visitor)
    {
        var (plan, dues, meetings) = (await Of(desk, visitor), CalendarDues.None, CalendarMeetings.None);
        if (plan is not null && await plans.IsIssued(desk.Campaign, visitor.Gone))
        {
            await using var scene = await desk.Read("getPlan");
            dues = await CalendarDues.Of(scene, visitor.Gone);
            meetings = visitor.May("listMeetings") ? await CalendarMeetings.Of(scene, visitor.Gone) : meetings;
        }

        var known = await papers.Read(visitor.Gone);
        var district = plan?.District.Code;
        var lines = known.Where(p => p.KnownFrom <= visitor.Now && (p.Region is null || district is null || RegionalLayer.Covers(p.Region, district))).Select(p => Line(p, visitor.Words, plan)).ToList();
        var calendar = shelf.Of(district).AsKnownAt(visitor.Now);
        return new(plan, calendar, lines, [.. Years(plan, calendar)], dues, meetings);
    }

    private static async Task<Plan?> Of(Desk desk, Visitor visitor) => desk.Campaign.Length == 0 ? null : await visitor.Plan();

    /// <summary>From the first year that is vouched for to the one whose paper comes next, and as far as the campaign goes.</summary>
    private IEnumerable<int> Years(Plan? plan, WorkingCalendar calendar)
    {
        var first = Math.Min(shelf.Table.KnownFrom.Year, plan?.Window.From.Year ?? int.MaxValue);
        var last = Math.Max(calendar.ProvisionalFrom.Year + 1, plan?.Window.To.Year ?? 0);
        return Enumerable.Range(first, last - first + 1);
    }

    private static PaperLine Line(PaperView paper, PageWords words, Plan? plan) => new(
        paper.Paper, paper.Region, paper.Document ?? paper.Paper, paper.PublishedOn, paper.KnownFrom,
        Uri.TryCreate(paper.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? paper.Url : null,
        paper.Imported is { } import ? words.Title(import.By, plan) : null, paper.Imported?.Reason);
}
