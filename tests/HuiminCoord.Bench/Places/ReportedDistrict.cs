using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Places;

/// <summary>A district whose units have reported month after month. Every figure follows from the numbers of district, unit, month, row and column.</summary>
/// <remarks>A few reports are missing, taken back, 零报告 or corrected, so that adding up has to tell which version counts.</remarks>
internal sealed class ReportedDistrict
{
    public const int Months = 14;

    private const string Text = "出动执法人员检查农贸市场、餐饮单位和网络店铺，对发现的问题责令改正并复查，查办的案件与统计表一致；与配合单位开展联合行动，宣传消费维权知识，受理群众投诉举报并在时限内办结。";

    private readonly int _number;
    private readonly Dictionary<string, int> _ranks;
    private readonly List<Occurrence> _months;

    public ReportedDistrict(Plan plan, int number)
    {
        (Plan, _number) = (plan, number);
        _ranks = plan.Forms!.Table.Columns.ToDictionary(c => c.Code, c => Rank(plan.Forms.Table, c.Code));
        _months = [.. ReportPeriods.Months(plan).Select(m => Occurrence.Find(plan, m.Duty)!)];
        var reports = Reports.ToList();
        (Tables, Missing, Rows) = (reports.Count(r => r.HasTable), reports.Count(r => r.HasTable && !r.Counts), reports.Sum(r => Math.Max(1, r.Versions.Count)));
    }

    public Plan Plan { get; }

    /// <summary>The month whose table is asked for.</summary>
    public Occurrence Last => _months[^1];

    /// <summary>By unit and month; made anew whenever they are asked for.</summary>
    public IEnumerable<SeededReport> Reports => from unit in Plan.Units.Index() from month in _months.Index() select Report(unit.Item, unit.Index, month.Item, month.Index);

    /// <summary>Tables that are owed.</summary>
    public int Tables { get; }

    /// <summary>Tables of which nothing counts.</summary>
    public int Missing { get; }

    /// <summary>Rows of obligations with each version of theirs.</summary>
    public int Rows { get; }

    /// <summary>So many districts, each a campaign with the shipped form; the shipped plan ends a month earlier.</summary>
    public static IEnumerable<ReportedDistrict> Several(Plan shipped, int count)
    {
        var monthly = shipped.Duties.Single(d => d.Kind == DutyKind.Monthly);
        var schedule = (DutySchedule.Monthly)monthly.Schedule;
        var longer = monthly with { Schedule = schedule with { To = schedule.From.AddMonths(Months - 1) } };
        List<DutyPlan> duties = [.. shipped.Duties.Select(d => d == monthly ? longer : d)];
        return Enumerable.Range(1, count).Select(n => new ReportedDistrict(shipped with { Campaign = new CampaignId($"city-{n:000}"), Duties = duties }, n));
    }

    /// <summary>Stores what a campaign's registers would hold of it.</summary>
    public Task Store(CoordinationDatabase database, CancellationToken cancellation) => database.Write(
        (db, _) =>
        {
            foreach (var report in Reports)
            {
                db.Obligations.Add(report.Obligation());
                report.HandIn(db);
            }

            return Task.CompletedTask;
        },
        cancellation);

    /// <summary>Stores what one unit has handed in before the last month; its campaign keeps the obligations itself.</summary>
    public Task StoreHistory(CoordinationDatabase database, UnitId unit, CancellationToken cancellation) => database.Write(
        (db, _) =>
        {
            foreach (var report in Reports.Where(r => r.Unit.Id == unit && r.Month.Id != Last.Id))
            {
                report.HandIn(db);
            }

            return Task.CompletedTask;
        },
        cancellation);

    /// <summary>A sheet of a unit with every cell filled in that it can have.</summary>
    /// <param name="salt">Another one makes other figures.</param>
    public ReportSheet Filled(UnitPlan unit, int salt, string about)
    {
        var figures = FiguresOf(unit, salt).Aggregate(Figures.None, (all, cell) => all.With(cell.Key, cell.Value));
        var texts = Plan.Forms!.Summary.Sections.ToDictionary(s => s.Id, s => $"{about}{s.Title}：{Text}{Text}");
        return new(figures, texts, false, new Dictionary<string, string>(), "0471-1234567");
    }

    private SeededReport Report(UnitPlan unit, int unitNumber, Occurrence month, int monthNumber)
    {
        var kind = (((_number * 5) + (unitNumber * 3) + monthNumber) % 23) switch
        {
            0 => SeededKind.Missing, 1 => SeededKind.Withdrawn, 2 => SeededKind.Nil, 3 or 4 => SeededKind.Corrected, _ => SeededKind.HandedIn,
        };
        var salt = (_number * 31) + (unitNumber * 17) + (monthNumber * 7);
        var (counts, versions) = kind switch
        {
            SeededKind.Missing => (new Dictionary<CellAt, long>(), (Func<ReportSheet>[])[]),
            SeededKind.Withdrawn => ([], [First]),
            SeededKind.Nil => (FiguresOf(unit, salt).ToDictionary(c => c.Key, _ => 0L), [() => ReportSheet.Empty with { Nil = true }]),
            SeededKind.Corrected => (FiguresOf(unit, salt + 5), [First, () => Filled(unit, salt + 5, $"{month.Period}{unit.Name}更正后")]),
            _ => (FiguresOf(unit, salt), [First]),
        };
        return new(Plan.Campaign.Value, unit, month, kind, counts, versions);

        ReportSheet First() => Filled(unit, salt, $"{month.Period}{unit.Name}");
    }

    private Dictionary<CellAt, long> FiguresOf(UnitPlan unit, int salt)
    {
        var layout = TableLayout.Of(Plan, Plan.Forms!.Table, unit);
        var (rows, columns) = (layout.Form.Sections.Select(s => s.Id).ToList(), layout.Form.Columns.Select(c => c.Code).ToList());
        return layout.Cells.ToDictionary(cell => cell, cell => (long)(((salt + (rows.IndexOf(cell.Section) * 3)) % 97) + (_ranks[cell.Column] * 100) + columns.IndexOf(cell.Column)));
    }

    /// <summary>Higher than every column that may not exceed it: no rule of the form is broken.</summary>
    private static int Rank(TableForm form, string column) => 1 + form.Rules.Where(r => r.Upper == column).Select(r => Rank(form, r.Lower)).DefaultIfEmpty(0).Max();
}
