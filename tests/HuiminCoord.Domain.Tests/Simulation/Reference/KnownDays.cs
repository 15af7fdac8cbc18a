using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>Working days as the papers published so far say; in the order of publication; one day asked at a time, one step walked at a time.</summary>
internal sealed class KnownDays(IReadOnlyList<PaperFact> published, PaperFact? latest)
{
    private readonly Dictionary<DateOnly, bool> _decided = Decide(published);
    private readonly Dictionary<DateOnly, DateOnly> _doBy = [];

    /// <summary>How many papers are known: tells one state of knowledge from another.</summary>
    public int Edition => published.Count;

    /// <summary>What became known last.</summary>
    public string LatestPaper => latest?.Id ?? "";

    /// <summary>Why it was imported.</summary>
    public string? LatestReason => latest?.Reason;

    public bool Works(DateOnly day) =>
        _decided.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>From 26 December of the last arranged year on, a paper may still change a day.</summary>
    public bool MayChange(DateOnly day) => day >= new DateOnly(published.Max(p => p.Year), 12, 26);

    public DateOnly DoBy(DateOnly due)
    {
        if (!_doBy.TryGetValue(due, out var day))
        {
            for (day = due; !Works(day); day = day.AddDays(-1))
            {
            }

            _doBy[due] = day;
        }

        return day;
    }

    /// <summary>n working days after the day, before it when n is negative, the day itself when n is zero.</summary>
    public DateOnly Walk(DateOnly day, int n)
    {
        var step = n < 0 ? -1 : 1;
        for (var left = Math.Abs(n); left > 0;)
        {
            day = day.AddDays(step);
            left -= Works(day) ? 1 : 0;
        }

        return day;
    }

    public int WorkingDaysAfter(DateOnly due, DateOnly through)
    {
        var n = 0;
        for (var day = due.AddDays(1); day <= through; day = day.AddDays(1))
        {
            n += Works(day) ? 1 : 0;
        }

        return n;
    }

    /// <summary>So many days before it, three by default, are all days of rest.</summary>
    public bool FollowsLongRest(DateOnly day, int rest = 3) => rest == 0 || (!Works(day.AddDays(-1)) && FollowsLongRest(day.AddDays(-1), rest - 1));

    public bool IsSendingTime(DateTime at, PlanSettings settings) =>
        Works(DateOnly.FromDateTime(at)) && TimeOnly.FromDateTime(at) >= settings.DigestAt && TimeOnly.FromDateTime(at) < settings.CloseOfBusiness;

    /// <summary>The first digest of a working day that is later, or at the instant itself when <paramref name="orAt"/>.</summary>
    public DateTime NextDigest(DateTime after, PlanSettings settings, bool orAt = false)
    {
        for (var day = DateOnly.FromDateTime(after); ; day = day.AddDays(1))
        {
            var digest = day.ToDateTime(settings.DigestAt);
            if (Works(day) && (digest > after || (orAt && digest == after)))
            {
                return digest;
            }
        }
    }

    private static Dictionary<DateOnly, bool> Decide(IReadOnlyList<PaperFact> papers)
    {
        var decided = new Dictionary<DateOnly, bool>();
        foreach (var paper in papers)
        {
            foreach (var day in paper.Off)
            {
                decided[day] = false;
            }

            foreach (var day in paper.Work)
            {
                decided[day] = true;
            }
        }

        return decided;
    }
}
