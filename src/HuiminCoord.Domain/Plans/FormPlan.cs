namespace HuiminCoord.Domain.Plans;

/// <summary>The forms of monthly and annual reports. The notice names none: these are defaults, and an open question of the plan.</summary>
/// <param name="Table">The statistics table: part <c>table</c> of a report.</param>
/// <param name="Summary">The summary: part <c>summary</c> of a report.</param>
/// <param name="Approval">How a unit approves what it hands in.</param>
/// <param name="Periods">Which days a report covers.</param>
/// <param name="Consolidation">What the office makes of the reports by when; null = as usual, see <see cref="Consolidating"/>.</param>
public sealed record FormPlan(TableForm Table, SummaryForm Summary, ReportApproval Approval, PeriodPlan Periods, ConsolidationPlan? Consolidation = null)
{
    /// <summary>What the office makes of the reports by when, also where the plan does not say it.</summary>
    public ConsolidationPlan Consolidating => Consolidation ?? ConsolidationPlan.Usual;
}

/// <summary>The statistics table.</summary>
/// <param name="Title">As it is printed above the table.</param>
/// <param name="Sections">Its rows, in order.</param>
/// <param name="Columns">Its columns, in order: official sheets have them across, the screen turns them.</param>
/// <param name="Without">Codes of columns that units of a profile do not fill; a profile that is not named fills all.</param>
/// <param name="Joint">Code of the column of joint actions: the lead of a section counts them, others' cells mean 其中：配合 and stay out of district totals; null = none.</param>
/// <param name="Rules">What may not exceed what, cumulatively.</param>
/// <param name="Outliers">When a figure is so large that it is asked about; null = never.</param>
public sealed record TableForm(
    string Title, IReadOnlyList<TableSection> Sections, IReadOnlyList<TableColumn> Columns, IReadOnlyDictionary<TableProfile, IReadOnlyList<string>> Without,
    string? Joint, IReadOnlyList<FigureRule> Rules, OutlierRule? Outliers)
{
    /// <summary>The column with this code, or null.</summary>
    public TableColumn? Column(string code) => Columns.FirstOrDefault(c => c.Code == code);

    /// <summary>The section with this id, or null.</summary>
    public TableSection? Section(string id) => Sections.FirstOrDefault(s => s.Id == id);
}

/// <summary>A row of the table: a part of a domain. It applies to the units that lead or support the domain.</summary>
public sealed record TableSection(string Id, string Name, string Domain);

/// <summary>A column of the table.</summary>
/// <param name="Code">Its name in data: <c>officers</c>.</param>
/// <param name="Name">出动执法人员.</param>
/// <param name="Unit">人次, 万元.</param>
/// <param name="Group">Heading that it stands under: 检查.</param>
public sealed record TableColumn(string Code, string Name, string Unit, FigureKind Kind, string Group);

/// <summary>What kind of figure a column holds.</summary>
public enum FigureKind
{
    /// <summary>A whole number, 0 or more.</summary>
    Count,

    /// <summary>万元 with two places, 0 or more.</summary>
    Money,
}

/// <summary>From the campaign's start on, one column may not exceed another: 办结 ≤ 立案. In a single month it is only asked about.</summary>
public sealed record FigureRule(string Lower, string Upper);

/// <summary>A figure above so many times the median of the months before it is asked about.</summary>
/// <param name="Months">How many months before it.</param>
public sealed record OutlierRule(int Times, int Months);

/// <summary>The summary: what it has to speak of.</summary>
public sealed record SummaryForm(IReadOnlyList<SummarySection> Sections)
{
    /// <summary>Id of the section that speaks of problems (存在问题), where the form has it: the next report takes them up again.</summary>
    public const string Problems = "problems";
}

/// <summary>A section of the summary.</summary>
/// <param name="Title">工作开展情况.</param>
/// <param name="Help">What belongs here, in a short sentence.</param>
public sealed record SummarySection(string Id, string Title, bool IsRequired, string Help);

/// <summary>How a unit approves what it hands in.</summary>
public enum ReportApproval
{
    /// <summary>Its leader approves it here.</summary>
    Leader,

    /// <summary>A sealed and signed scan is attached; whoever attaches it is another person than who filled in the table.</summary>
    Scan,
}

/// <summary>Which days a report covers (统计期间). No day is covered twice, none is left out.</summary>
/// <param name="From">First day of the first month's report.</param>
/// <param name="LastDay">Last day of a month's report, as a day of its month: 25. The next report begins the day after.</param>
/// <param name="Annuals">The window of each annual report, by the id of its duty.</param>
public sealed record PeriodPlan(DateOnly From, int LastDay, IReadOnlyDictionary<string, DateWindow> Annuals);

/// <summary>What the joint-meeting office owes of the reports: the district table and the monthly bulletin.</summary>
/// <param name="DueWorkdays">Working days after the units' due date until the district table is due.</param>
/// <param name="BulletinDay">Day of the month on which the bulletin goes out, 1 to 28.</param>
/// <param name="ObjectionWorkdays">Working days that units have for objections to its draft.</param>
/// <param name="Issuer">Who issues it: a joint meeting has no seal.</param>
/// <param name="Rank">Whether the bulletin puts units into an order of figures instead of the plan's order.</param>
public sealed record ConsolidationPlan(int DueWorkdays = 5, int BulletinDay = 10, int ObjectionWorkdays = 2, IssuingBody Issuer = IssuingBody.Bureau, bool Rank = false)
{
    /// <summary>As it is where a plan does not say it.</summary>
    public static ConsolidationPlan Usual { get; } = new();
}

/// <summary>In whose name papers of the joint meeting go out.</summary>
public enum IssuingBody
{
    /// <summary>The convening unit: 市场监督管理局.</summary>
    Bureau,

    /// <summary>区人民政府办公室.</summary>
    DistrictOffice,
}
