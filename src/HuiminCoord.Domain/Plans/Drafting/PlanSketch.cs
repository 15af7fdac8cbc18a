namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>A plan as people fill it in, field by field: what is not known yet is null or empty, and anything may be wrong.</summary>
/// <remarks>
/// <see cref="SketchText"/> makes a plan's text of it, and only <see cref="Reading.PlanReader"/> judges that. It is changed in place by
/// whoever fills it in, and can be put away as JSON at any moment. Days are Shanghai dates.
/// </remarks>
public sealed record PlanSketch
{
    public string Campaign { get; set; } = "";

    public string Title { get; set; } = "";

    public string DistrictCode { get; set; } = "";

    public string DistrictName { get; set; } = "";

    public string Number { get; set; } = "";

    public string Issuer { get; set; } = "";

    public DateOnly? IssuedOn { get; set; }

    /// <summary>Name of the file in which the paper is kept; may stay empty.</summary>
    public string File { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>Id of the unit whose head convenes the joint meeting.</summary>
    public string Convenor { get; set; } = "";

    public SettingsSketch Settings { get; set; } = new();

    public List<UnitSketch> Units { get; set; } = [];

    public List<DomainSketch> Domains { get; set; } = [];

    public List<TaskSketch> Tasks { get; set; } = [];

    public List<PhaseSketch> Phases { get; set; } = [];

    public List<DutySketch> Duties { get; set; } = [];

    public List<LadderSketch> Ladders { get; set; } = [];

    public List<QuestionSketch> Questions { get; set; } = [];

    public List<ClauseSketch> Clauses { get; set; } = [];
}

/// <summary>Settings. Times are Asia/Shanghai.</summary>
public sealed record SettingsSketch
{
    public TimeOnly? DigestAt { get; set; }

    public TimeOnly? CloseOfBusiness { get; set; }

    public int? LongRestDays { get; set; }

    public int? ReviewWorkdays { get; set; }

    public int? CorrectionWorkdays { get; set; }

    public int? SlowTaskDays { get; set; }

    public int? StaleTaskDays { get; set; }

    public string OfficePhone { get; set; } = "";
}

/// <summary>A member unit. Everything else refers to it by its id, which never changes.</summary>
public sealed record UnitSketch
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public List<string> Aliases { get; set; } = [];

    public TableProfile Table { get; set; } = TableProfile.Managing;
}

/// <summary>A domain: who leads it, and who takes part.</summary>
public sealed record DomainSketch
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string Goal { get; set; } = "";

    public string Lead { get; set; } = "";

    public List<NamedSketch> Sections { get; set; } = [];

    /// <summary>Ids of units, in plan order.</summary>
    public List<string> Cooperating { get; set; } = [];
}

/// <summary>Something with an id and a text: a section, a goal of a phase.</summary>
public sealed record NamedSketch
{
    public string Id { get; set; } = "";

    public string Text { get; set; } = "";
}

/// <summary>A task. Its section and units stay as the template has them.</summary>
public sealed record TaskSketch
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";
}

/// <summary>A phase with its days and goals.</summary>
public sealed record PhaseSketch
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public List<NamedSketch> Goals { get; set; } = [];
}

/// <summary>An open question.</summary>
public sealed record QuestionSketch
{
    public string Id { get; set; } = "";

    public string Ask { get; set; } = "";

    public string Default { get; set; } = "";

    public string Affects { get; set; } = "";

    /// <summary>Empty while the default holds.</summary>
    public string Answer { get; set; } = "";
}

/// <summary>A clause of the paper in our words.</summary>
public sealed record ClauseSketch
{
    public string Id { get; set; } = "";

    public string Where { get; set; } = "";

    public string Gist { get; set; } = "";
}
