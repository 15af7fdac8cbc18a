using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>What is due in some days, by the dates in force: to a unit its own duties, to others each duty once with its units counted.</summary>
internal sealed class ScheduleDues(ReadingScene scene, Visitor visitor)
{
    private PageWords Words => visitor.Words;

    private DateOnly Today => scene.Campaign.Today;

    /// <summary>Everything in the days.</summary>
    internal async Task<IReadOnlyList<ScheduleEntry>> Of(ScheduleSpan span)
    {
        var ahead = await Ahead(span);
        var owed = await Owed(span);
        if (scene.OnlyUnit is not null)
        {
            return [.. owed.Select(r => (Row: r, DutyLine.Of(r, scene.Campaign, false).Due)).Where(o => o.Due is { } day && span.Holds(day)).Select(o => Own(o.Row, o.Due!.Value)), .. ahead.Select(a => Planned(a.Planned, 0))];
        }

        // What came back counts where it was due, as on the board, and stands once more where it is due again.
        var (due, again) = (owed.Where(r => r.Due is { } day && span.Holds(day)).ToList(), owed.Where(r => r.Stage == Stages.Returned && r.CorrectionDue is { } day && span.Holds(day)));
        var coming = ahead.ToDictionary(a => a.Planned.Id.Value, a => a.Units);
        return
        [
            .. due.GroupBy(r => (r.Duty, r.Due)).Select(g => Group([.. g], g.Key.Due!.Value, coming.GetValueOrDefault(g.Key.Duty))),
            .. again.Select(r => Single(r, r.CorrectionDue!.Value, Again(r))),
            .. ahead.Where(a => due.All(r => r.Duty != a.Planned.Id.Value)).Select(a => Planned(a.Planned, a.Units)),
        ];
    }

    private async Task<List<ObligationRow>> Owed(ScheduleSpan span)
    {
        var (campaign, unit) = (scene.Campaign.Id, scene.OnlyUnit);
        return await scene.Db.Obligations.AsNoTracking()
            .Where(o => o.Campaign == campaign && (unit == null || o.Unit == unit) && !Stages.NotOwed.Contains(o.Stage))
            .Where(o => (o.Due >= span.From && o.Due <= span.To) || (o.CorrectionDue >= span.From && o.CorrectionDue <= span.To)).ToListAsync(visitor.Gone);
    }

    /// <summary>What the plan has to come and has not laid on its units yet, with how many will owe it.</summary>
    private async Task<IReadOnlyList<(Occurrence Planned, int Units)>> Ahead(ScheduleSpan span)
    {
        var planned = scene.Campaign.Plan.Duties.SelectMany(Occurrence.Of).Where(o => o.Due is { } due && due >= Today && span.Holds(due)).ToList();
        var (campaign, duties) = (scene.Campaign.Id, planned.Select(o => o.Id.Value).ToList());
        var begun = (await scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && duties.Contains(o.Duty)).Select(o => new { o.Duty, o.Unit }).ToListAsync(visitor.Gone)).ToHashSet();
        return [.. planned.Select(o => (o, o.Duty.OwedBy.Count(u => (scene.OnlyUnit is null || u.Value == scene.OnlyUnit) && !begun.Contains(new { Duty = o.Id.Value, Unit = u.Value })))).Where(o => o.Item2 > 0)];
    }

    private ScheduleEntry Own(ObligationRow row, DateOnly due)
    {
        var page = row.Kind == "liaison" ? "page.unit" : "page.fillDuty";
        return new(due, ScheduleKind.Due, null, row.Stage == Stages.Returned && row.CorrectionDue is not null ? Again(row) : row.Title, visitor.May(page) ? DutyLine.Of(row, scene.Campaign, false).Link : null, DoBy(row, due), DutyStatus.Of(row, Today, scene.Campaign.Calendar));
    }

    private ScheduleEntry Planned(Occurrence planned, int units) => new(
        planned.Due!.Value, ScheduleKind.Due, null, planned.Title, units > 0 ? List(planned.Id.Value, null) : null, units > 0 ? Words["sched.units", units] : Words["sched.ahead"]);

    /// <summary>What one unit alone owes is named after it; of the rest the units are counted.</summary>
    private ScheduleEntry Group(IReadOnlyList<ObligationRow> rows, DateOnly due, int coming)
    {
        if (rows is [var only] && coming == 0)
        {
            return Single(only, due, only.Title);
        }

        var (reported, late, back) = (rows.Count(r => r.Reported), rows.Count(r => ObligationView.IsOverdue(r, Today)), rows.Count(r => r.Stage == Stages.Returned));
        return new(
            due, ScheduleKind.Due, null, rows[0].Title, List(rows[0].Duty, null), Words["sched.counts", rows.Count + coming, reported],
            late > 0 ? Status.Late : back > 0 ? Status.Returned : reported == rows.Count + coming ? Status.Done : null,
            late > 0 ? Words["sched.late", late] : back > 0 ? Words["sched.back", back] : Words["sched.all"]);
    }

    private ScheduleEntry Single(ObligationRow row, DateOnly due, string title) => new(
        due, ScheduleKind.Due, null, Words["sched.of", scene.Campaign.Plan.Unit(new UnitId(row.Unit))?.Name ?? row.Unit, title], List(row.Duty, row.Unit), DoBy(row, due),
        DutyStatus.Of(row, Today, scene.Campaign.Calendar));

    private string Again(ObligationRow row) => Words["sched.again", row.Title];

    /// <summary>A date on a day of rest says on which day it can be done.</summary>
    private string? DoBy(ObligationRow row, DateOnly due) =>
        !row.Reported && !scene.Campaign.Calendar.IsWorkingDay(due) && scene.Campaign.Calendar.DoBy(due) >= Today ? Words["sched.doBy", Words.Day(scene.Campaign.Calendar.DoBy(due))] : null;

    /// <summary>Where the seat looks after it.</summary>
    private string? List(string duty, string? unit) =>
        Assignment.IsProblem(new DutyId(duty)) && visitor.May("page.supervisionGroup") ? $"/supervision/{duty[..duty.LastIndexOf('-')]}"
        : visitor.May("page.board") ? $"/board?duty={Uri.EscapeDataString(duty)}{(unit is null ? null : $"&unit={Uri.EscapeDataString(unit)}")}"
        : visitor.May("page.phases") ? "/phases" : null;
}
