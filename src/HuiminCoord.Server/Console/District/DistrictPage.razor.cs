using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Consolidating;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.District;

/// <summary>汇总与通报: what all units have handed in for a month or a year, added up; each figure opens the reports behind it.</summary>
public sealed partial class DistrictPage : LivePage
{
    internal const string Place = "/district";

    [SupplyParameterFromQuery(Name = "duty")]
    private string? Duty { get; set; }

    [SupplyParameterFromQuery(Name = "cumulative")]
    private bool Cumulative { get; set; }

    /// <summary>True: a column for each unit; false: for each kind of goods.</summary>
    [SupplyParameterFromQuery(Name = "units")]
    private bool ByUnit { get; set; }

    /// <summary>The kept table whose differences are shown.</summary>
    [SupplyParameterFromQuery(Name = "kept")]
    private int? KeptNumber { get; set; }

    [Inject]
    private KeptDistricts Kept { get; set; } = null!;

    private ConsolidationScene? Work { get; set; }

    private SummaryDraft? Summary { get; set; }

    private (KeptTable Table, DistrictTable Before)? Compared { get; set; }

    private WorkingCalendar Calendar { get; set; } = null!;

    private DateOnly Today { get; set; }

    private IReadOnlyList<Occurrence> Periods { get; set; } = [];

    private DistrictPeriod? Period { get; set; }

    private (TableRow Row, TableColumn Column)? Opened { get; set; }

    private IReadOnlyList<TableRow> Rows => ByUnit ? [.. Period!.Table.ByUnit, .. Period.Table.District.Where(r => r.Kind == TableRowKind.Total)] : [.. Period!.Table.District];

    private string? Context => Period?.Period is { } days ? Words["district.days", Console.Words.DateTexts.Short(days.From), Console.Words.DateTexts.Short(days.To)] : null;

    private string? Sentence => Period?.Table.Board.FirstOrDefault(b => b.Duty == Period.Occurrence.Id) is { } board
        ? Words["district.sentence", Period.Title, board.Owed, board.Reported + board.Late + board.Nil, board.Late, board.Missing] : null;

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getDistrictTable");
        var plan = scene.Campaign.Plan;
        Periods = [.. DistrictReader.Periods(plan)];
        // Unless told: the last period whose reporting date has come, or the first.
        var duty = Duty ?? (Periods.LastOrDefault(o => o.Due <= scene.Campaign.Today) ?? (Periods is [var first, ..] ? first : null))?.Id.Value;
        var span = Cumulative ? DistrictSpan.Cumulative : DistrictSpan.Period;
        (Calendar, Today) = (scene.Campaign.Calendar, scene.Campaign.Today);
        // All at once, and nothing before: what is drawn while this reads keeps its fields, with what is being typed into them.
        (Period, Work, Summary) = duty is null ? (null, null, null) : await Read(scene, DistrictReader.Require(plan, duty), span);
        Compared = Work?.State.Table(KeptNumber ?? 0) is { } kept ? (kept, (await Kept.Read(scene.Db, scene.Campaign.Id, Work.Occurrence.Id.Value, kept, span, Visitor.Gone)).Table) : null;
        Opened = Opened is { } was && Period is { } now && now.Table.Rows.FirstOrDefault(r => r.Kind == was.Row.Kind && r.Id == was.Row.Id) is { } row ? (row, was.Column) : null;
    }

    private async Task<(DistrictPeriod, ConsolidationScene, SummaryDraft?)> Read(ReadingScene scene, Occurrence occurrence, DistrictSpan span)
    {
        var reports = await CountedReports.Read(scene.Db, scene.Campaign.Plan, Visitor.Gone);
        return (
            DistrictReader.Of(reports).Of(occurrence, span), await ConsolidationScene.Read(scene, occurrence, reports, Visitor.Gone),
            Visitor.May("getDistrictSummary") ? await DistrictSummaries.Read(scene.Db, scene.Campaign.Plan, occurrence, Visitor.Gone) : null);
    }

    private static string Path(string duty, bool cumulative, bool byUnit) => $"{Place}?duty={duty}{(cumulative ? "&cumulative=true" : "")}{(byUnit ? "&units=true" : "")}";

    private static bool IsSum(TableRow row) => row.Kind is TableRowKind.Domain or TableRowKind.Total;

    private string At(string file) => $"{Place}/{Period!.Occurrence.Id}/files/{file}";

    private void Go(string? duty, bool cumulative) => Navigation.NavigateTo(Path(duty ?? "", cumulative, ByUnit));

    private void Open(TableRow row, TableColumn column) => Opened = (row, column);

    private IEnumerable<Contribution> Behind((TableRow Row, TableColumn Column) opened) => Period!.Table.Behind(opened.Row.Kind, opened.Row.Id, opened.Column.Code);

    private int IndexOf(TableColumn column) => Period!.Table.Form.Columns.TakeWhile(c => c.Code != column.Code).Count();

    private static string Shown(TableSum sum, TableColumn column) => sum.Total is { } total ? FigureText.Write(total, column.Kind) : "—";

    private string NameOf(UnitId unit) => Period!.Table.NameOf(unit);

    private string SectionOf(CellAt cell) => Period!.Table.Form.Section(cell.Section)?.Name ?? cell.Section;
}
