namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Sizes beyond which a plan is refused, so that reading one stays cheap and every actor's document small.</summary>
public static class PlanLimits
{
    /// <summary>Longest plan, in bytes of UTF-8.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>Member units; also the longest list of units anywhere.</summary>
    public const int Units = 200;

    /// <summary>Other names of one unit.</summary>
    public const int Aliases = 20;

    /// <summary>Domain tasks.</summary>
    public const int Tasks = 500;

    /// <summary>Duties, a monthly one counted once.</summary>
    public const int Duties = 200;

    /// <summary>Clauses of the paper.</summary>
    public const int Clauses = 500;

    /// <summary>Open questions.</summary>
    public const int Questions = 200;

    /// <summary>Every other list: domains, sections, phases, goals, venues, rungs, columns and rows of the table.</summary>
    public const int Entries = 50;

    /// <summary>Names and titles, in UTF-16 units.</summary>
    public const int ShortText = 100;

    /// <summary>Goals, gists, questions and answers, in UTF-16 units.</summary>
    public const int LongText = 1000;

    /// <summary>Pattern of a meeting's title: with its numbers it fits into the title.</summary>
    public const int MeetingTitle = 50;

    /// <summary>Place of a meeting.</summary>
    public const int MeetingName = 60;

    /// <summary>Post of whoever presides over a meeting.</summary>
    public const int MeetingPost = 40;

    /// <summary>Code of a column.</summary>
    public const int ColumnCode = 40;

    /// <summary>Longest campaign, in years: it bounds the occurrences of a monthly duty.</summary>
    public const int Years = 10;
}
