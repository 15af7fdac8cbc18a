using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Grains.Calendars;

/// <summary>Whether a paper can be imported: the same questions for preview and import.</summary>
internal static class CalendarReading
{
    /// <summary>Reads the text; a refusal when it is no paper.</summary>
    internal static Refusal? Read(string json, out CalendarPaper? paper)
    {
        paper = null;
        if (json.Length > CalendarPaper.LongestText)
        {
            return new Refusal("calendar.paper-too-long", $"{CalendarPaper.LongestText}");
        }

        try
        {
            paper = CalendarPaper.Parse(json);
            return null;
        }
        catch (FormatException unreadable)
        {
            return new Refusal("calendar.paper-unreadable", unreadable.Message);
        }
    }

    /// <summary>Why nothing is to be stored; null when it is new and goes together with what is known.</summary>
    /// <param name="table">Everything known.</param>
    internal static CalendarVerdict? Judge(CalendarPaper paper, HolidayTable table, DateTimeOffset now)
    {
        if (table.Find(paper.Id) is { } known)
        {
            return new(known.Json == paper.Json ? null : new Refusal("calendar.paper-taken", paper.Id));
        }

        if (paper.PublishedOn > ChinaTime.DateOf(now))
        {
            return new(new Refusal("calendar.not-published-yet", $"{paper.PublishedOn:yyyy-MM-dd}"));
        }

        try
        {
            table.With([.. Imports(table), new ImportedPaper(paper, now, "")]);
            return null;
        }
        catch (FormatException wrong)
        {
            return new(Refusal(wrong));
        }
    }

    /// <summary>00:00 of the publication, or now: what was decided before the import stays decided.</summary>
    internal static DateTimeOffset KnownFrom(CalendarPaper paper, DateTimeOffset now)
    {
        var published = ChinaTime.StartOf(paper.PublishedOn);
        return published > now ? published : now;
    }

    /// <summary>What a table holds by import already: composing it again must not make it known earlier.</summary>
    internal static IEnumerable<ImportedPaper> Imports(HolidayTable table) =>
        table.Papers.Where(p => p.Reason is not null).Select(p => new ImportedPaper(table.Find(p.Id)!, p.KnownFrom, p.Reason!))
            .Concat(table.Regions.Where(l => l.Reason is not null).Select(l => new ImportedPaper(table.Find(l.Id)!, l.KnownFrom, l.Reason!)));

    private static Refusal Refusal(FormatException wrong) => wrong is CalendarFormatException problem
        ? problem.Problem switch
        {
            CalendarProblem.YearMissing => new Refusal("calendar.year-missing", wrong.Message),
            CalendarProblem.DayDecidedTwice => new Refusal("calendar.day-decided-twice", wrong.Message),
            CalendarProblem.DayOutsideYear => new Refusal("calendar.day-outside-year", wrong.Message),
            _ => new Refusal("calendar.paper-invalid", wrong.Message),
        }
        : new Refusal("calendar.paper-invalid", wrong.Message);
}

/// <summary>Nothing is to be stored.</summary>
/// <param name="Refusal">Why; null when the same paper is known already.</param>
internal sealed record CalendarVerdict(Refusal? Refusal);
