namespace HuiminCoord.Domain.Time;

/// <summary>What is the same on every day between two publications: the days, and how far they can be trusted.</summary>
/// <param name="Days">The days as the known papers and layers decide them.</param>
/// <param name="VouchedFrom">First day for which a missing paper means the Monday–Friday rule and not missing data.</param>
/// <param name="ProvisionalFrom">First day that a paper still to come may change.</param>
/// <param name="LatestPaper">Id of the paper or layer published last; empty when nothing was.</param>
/// <param name="NextRevision">00:00 Shanghai of the day the next edition begins; null for the last.</param>
internal sealed record CalendarEdition(CalendarDays Days, DateOnly VouchedFrom, DateOnly ProvisionalFrom, string LatestPaper, DateTimeOffset? NextRevision)
{
    /// <param name="table">All papers and layers.</param>
    /// <param name="layers">The layers of the region, in order of authority.</param>
    /// <param name="knownOn">The day of knowledge; null when nothing has been published yet.</param>
    /// <param name="nextPublication">The next day on which something is published.</param>
    public static CalendarEdition Of(HolidayTable table, IEnumerable<RegionalLayer> layers, DateOnly? knownOn, DateOnly? nextPublication)
    {
        var papers = table.Papers.Where(p => p.PublishedOn <= knownOn).ToList();
        var ids = papers.Select(p => p.Id).ToHashSet();
        var applied = layers.Where(l => l.PublishedOn <= knownOn).ToList();
        var decided = table.Entries.Where(e => ids.Contains(e.PaperId)).ToList();
        decided.AddRange(applied.SelectMany(l => l.Days));
        return new CalendarEdition(
            new CalendarDays(decided),
            table.KnownFrom,
            ProvisionalAfter(papers, table.KnownFrom.Year),
            Latest(papers, applied),
            nextPublication is { } next ? ChinaTime.StartOf(next) : null);
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

    private static string Latest(IEnumerable<HolidayPaper> papers, IEnumerable<RegionalLayer> layers) =>
        papers.Select(p => (p.PublishedOn, p.Id)).Concat(layers.Select(l => (l.PublishedOn, Id: l.Region)))
            .OrderBy(p => p.PublishedOn).ThenBy(p => p.Id, StringComparer.Ordinal).LastOrDefault().Id ?? "";
}
