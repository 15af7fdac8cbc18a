namespace HuiminCoord.Domain.Time;

/// <summary>What is the same on every day between two publications: the days, and how far they can be trusted.</summary>
/// <param name="Days">The days as the known papers and layers decide them.</param>
/// <param name="VouchedFrom">First day for which a missing paper means the Monday–Friday rule and not missing data.</param>
/// <param name="ProvisionalFrom">First day that a paper still to come may change.</param>
/// <param name="Latest">The paper or layer that became known last, the reason for whatever it changed.</param>
/// <param name="NextRevision">The instant at which the next edition begins; null for the last.</param>
internal sealed record CalendarEdition(CalendarDays Days, DateOnly VouchedFrom, DateOnly ProvisionalFrom, LatestPaper Latest, DateTimeOffset? NextRevision)
{
    /// <param name="table">All papers and layers.</param>
    /// <param name="layers">The layers of the region, in order of authority.</param>
    /// <param name="knownAt">The instant of knowledge; null when nothing is known yet.</param>
    /// <param name="next">The next instant at which something becomes known.</param>
    public static CalendarEdition Of(HolidayTable table, IEnumerable<RegionalLayer> layers, DateTimeOffset? knownAt, DateTimeOffset? next)
    {
        var papers = table.Papers.Where(p => p.KnownFrom <= knownAt).ToList();
        var ids = papers.Select(p => p.Id).ToHashSet();
        var applied = layers.Where(l => l.KnownFrom <= knownAt).ToList();
        var decided = table.Entries.Where(e => ids.Contains(e.PaperId)).ToList();
        decided.AddRange(applied.SelectMany(l => l.Days));
        return new CalendarEdition(
            new CalendarDays(decided),
            table.KnownFrom,
            ProvisionalAfter(papers, table.KnownFrom.Year),
            LatestOf(papers, applied),
            next);
    }

    /// <summary>
    /// 26 December of the last year of the unbroken run of known papers. Not 1 January: a paper has moved the working
    /// days of the old year's last week before (2018-12-29 to 31, 2022-12-31), earlier December days never.
    /// </summary>
    private static DateOnly ProvisionalAfter(List<HolidayPaper> known, int firstYear)
    {
        var years = known.Select(p => p.Year).ToHashSet();
        var year = years.Count == 0 ? firstYear : Math.Min(firstYear, years.Min());
        while (years.Contains(year))
        {
            year++;
        }

        return new DateOnly(year - 1, 12, 26);
    }

    private static LatestPaper LatestOf(IEnumerable<HolidayPaper> papers, IEnumerable<RegionalLayer> layers) =>
        papers.Select(p => (p.KnownFrom, p.PublishedOn, Paper: new LatestPaper(p.Id, p.Reason)))
            .Concat(layers.Select(l => (l.KnownFrom, l.PublishedOn, Paper: new LatestPaper(l.Id, l.Reason))))
            .OrderBy(p => p.KnownFrom).ThenBy(p => p.PublishedOn).ThenBy(p => p.Paper.Id, StringComparer.Ordinal)
            .LastOrDefault().Paper ?? new LatestPaper("", null);
}

/// <summary>What became known last.</summary>
/// <param name="Id">Of the paper or layer; empty when nothing is known.</param>
/// <param name="Reason">Why it was imported; null for what came with the program.</param>
internal sealed record LatestPaper(string Id, string? Reason);
