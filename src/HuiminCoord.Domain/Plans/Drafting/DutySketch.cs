namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>How often a duty is due.</summary>
public enum DutyForm
{
    /// <summary>Once, on a day.</summary>
    Once,

    /// <summary>Each month.</summary>
    Monthly,

    /// <summary>Without a date.</summary>
    Undated,
}

/// <summary>Something that units owe. Its clause, parts and phase stay as the template has them.</summary>
public sealed record DutySketch
{
    public string Id { get; set; } = "";

    /// <summary>Its id in the template; another id may be given to it.</summary>
    public string Template { get; set; } = "";

    public DutyKind Kind { get; set; }

    public string Title { get; set; } = "";

    public DutyForm Form { get; set; }

    /// <summary>Of a duty that is due once.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Of a duty that is due once; null = open from the plan's issue.</summary>
    public DateOnly? OpensOn { get; set; }

    /// <summary>Day of the month.</summary>
    public int? Day { get; set; }

    /// <summary>First day of the first month.</summary>
    public DateOnly? FirstMonth { get; set; }

    /// <summary>First day of the last month.</summary>
    public DateOnly? LastMonth { get; set; }

    /// <summary>True when every member owes it; then <see cref="OwedBy"/> is not looked at.</summary>
    public bool ByAll { get; set; }

    /// <summary>Ids of units.</summary>
    public List<string> OwedBy { get; set; } = [];
}

/// <summary>The reminders of a kind of duty, in any order.</summary>
public sealed record LadderSketch
{
    public DutyKind Kind { get; set; }

    public List<RungSketch> Rungs { get; set; } = [];

    public int? Weekly { get; set; }
}

/// <summary>One reminder.</summary>
public sealed record RungSketch
{
    /// <summary>Its id so far; empty for a new one. Whoever gives it another moment empties it: then its id follows the moment.</summary>
    public string Id { get; set; } = "";

    /// <summary>True = at the issue of the plan; then <see cref="Offset"/> is not looked at.</summary>
    public bool AtIssue { get; set; }

    /// <summary>Working days from the 办理日, negative = before.</summary>
    public int? Offset { get; set; }

    /// <summary>Asia/Shanghai.</summary>
    public TimeOnly? At { get; set; }

    public List<Role> To { get; set; } = [];
}
