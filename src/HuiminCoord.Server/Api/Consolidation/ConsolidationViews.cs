using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Consolidating;

namespace HuiminCoord.Server.Api.Consolidation;

/// <summary>What has become of a period's reports in the office.</summary>
/// <param name="Duties">What the office itself owes, with dates.</param>
/// <param name="Open">Units whose report is not accepted, or is opened again.</param>
/// <param name="Tables">Tables that were kept.</param>
/// <param name="Bulletin">Null = none was circulated.</param>
public sealed record ConsolidationView(
    string Duty, string Title, LockStanding Lock, IReadOnlyList<OfficeDutyView> Duties, IReadOnlyList<string> Open, IReadOnlyList<KeptTable> Tables, BulletinView? Bulletin)
{
    internal static ConsolidationView Of(ConsolidationScene scene, Plan plan) => new(
        scene.Occurrence.Id.Value, ReportPeriods.TitleOf(scene.Occurrence), scene.Lock, [.. scene.Owed.Select(d => new OfficeDutyView(d.Kind, d.Due, d.IsDone, d.IsLate))],
        [.. scene.Open.Select(u => u.Value)], scene.State.Tables, scene.State.Bulletin is { } bulletin ? BulletinView.Of(plan, scene.Occurrence, bulletin, null) : null);
}

/// <summary>A duty of the office.</summary>
/// <param name="Due">Asia/Shanghai.</param>
/// <param name="Late">True when its date has passed and it is not done.</param>
public sealed record OfficeDutyView(OfficeDutyKind Kind, DateOnly Due, bool Done, bool Late);

/// <summary>A bulletin.</summary>
/// <param name="Issue">Of 工作通报第N期.</param>
/// <param name="Round">How often its draft went round.</param>
/// <param name="ObjectionsUntil">Last day for objections, Asia/Shanghai.</param>
/// <param name="IssuedAt">Null while it is a draft.</param>
/// <param name="DocumentNumber">发文字号; null until it is typed in.</param>
/// <param name="Objections">A unit sees its own.</param>
/// <param name="Receipts">When units signed for it; a unit sees its own.</param>
public sealed record BulletinView(
    string Duty, string Title, int Issue, int Round, DateOnly ObjectionsUntil, DateTimeOffset CirculatedAt, DateTimeOffset? IssuedAt, IssuingBody? Issuer, string? DocumentNumber,
    IReadOnlyList<ObjectionView> Objections, IReadOnlyDictionary<string, DateTimeOffset> Receipts)
{
    /// <summary>Its figures; null in lists. Of a draft a unit sees its own row and the district's.</summary>
    public IReadOnlyList<BulletinRowView>? Rows { get; init; }

    /// <summary>Its columns; null in lists.</summary>
    public IReadOnlyList<TableColumn>? Columns { get; init; }

    /// <param name="only">The unit that reads; null = it is not a unit.</param>
    internal static BulletinView Of(Plan plan, Occurrence month, Bulletin b, string? only) => new(
        month.Id.Value, $"{ReportPeriods.TitleOf(month)}工作通报", DistrictPapers.IssueOf(plan, month), b.Round, b.ObjectionsUntil, b.At, b.Issued?.At, b.Issued?.Issuer,
        b.Issued?.DocumentNumber is { Length: > 0 } number ? number : null,
        [.. b.Objections.Where(o => only is null || o.Unit.Value == only).Select(o => new ObjectionView(o.Number, o.Unit.Value, o.Text, o.At, o.AnsweredAt is null ? null : o.Answer, o.AnsweredAt))],
        b.Issued is null ? new Dictionary<string, DateTimeOffset>() : b.Issued.Receipts.Where(r => only is null || r.Key == only).ToDictionary(r => r.Key, r => r.Value));
}

/// <summary>An objection.</summary>
/// <param name="Answer">Null until it is answered.</param>
public sealed record ObjectionView(int Number, string Unit, string Text, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt);

/// <summary>A row of a bulletin.</summary>
/// <param name="Unit">Null for 全区.</param>
/// <param name="Standing">Null for 全区.</param>
/// <param name="Figures">A column that the unit cannot have is not here.</param>
public sealed record BulletinRowView(string? Unit, string Name, ReportStanding? Standing, int? WorkdaysLate, int? Rank, IReadOnlyList<BulletinFigureView> Figures)
{
    internal static IReadOnlyList<BulletinRowView> Of(BulletinFigures figures, IReadOnlyList<TableColumn> columns, string? only) =>
    [
        .. figures.Rows.Where(r => only is null || r.Unit.Value == only).Select(r => new BulletinRowView(r.Unit.Value, r.Name, r.Standing, r.WorkdaysLate, r.Rank, Written(r.Figures, columns))),
        new(null, "全区", null, null, null, Written(figures.Total, columns)),
    ];

    private static IReadOnlyList<BulletinFigureView> Written(IReadOnlyList<BulletinFigure> figures, IReadOnlyList<TableColumn> columns) =>
        [.. from column in columns
            let figure = figures.FirstOrDefault(f => f.Column == column.Code)
            where figure?.Applies == true
            select new BulletinFigureView(column.Code, Written(figure.Month, column.Kind), Written(figure.Cumulative, column.Kind))];

    private static string? Written(long? figure, FigureKind kind) => figure is { } known ? FigureText.Write(known, kind) : null;
}

/// <summary>A figure of a bulletin, as printed.</summary>
/// <param name="Column">The column's code.</param>
/// <param name="Month">Null = not reported.</param>
/// <param name="Cumulative">Null = never reported.</param>
public sealed record BulletinFigureView(string Column, string? Month, string? Cumulative);

/// <summary>A table as it was kept, and what differs now.</summary>
public sealed record KeptTableView(KeptTable Kept, DistrictTableView Table, IReadOnlyList<TableChangeView> Differences);

/// <summary>A cell that is another one now.</summary>
/// <param name="Before">As it was kept; null = nobody had reported it.</param>
/// <param name="After">As it is now.</param>
/// <param name="Units">Whose reports made the difference.</param>
public sealed record TableChangeView(TableRowKind Kind, string Row, string Column, string? Before, string? After, IReadOnlyList<string> Units)
{
    internal static IReadOnlyList<TableChangeView> Of(DistrictTable before, DistrictTable after) =>
        [.. TableDifference.Between(before, after).Select(c => new TableChangeView(c.Kind, c.Row, c.Column, Written(c.Before, c.Column, before), Written(c.After, c.Column, after), [.. c.Units.Select(u => u.Value)]))];

    private static string? Written(TableSum? sum, string column, DistrictTable table) =>
        sum?.Total is { } total ? FigureText.Write(total, table.Form.Column(column)?.Kind ?? FigureKind.Count) : null;
}
