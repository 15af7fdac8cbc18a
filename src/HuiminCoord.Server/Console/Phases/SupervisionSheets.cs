using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Audits;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Tasks;
using HuiminCoord.Server.Console.Words;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>Supervision as sheets of an XLSX file: tasks, gates, months.</summary>
/// <remarks>What people wrote goes into cells as text: a spreadsheet shows it and never computes it.</remarks>
internal sealed class SupervisionSheets(PageWords words, Supervision all)
{
    private static readonly OpenXmlConfiguration Plain = new() { TableStyles = TableStyles.None, AutoFilter = false };

    private PageWords Words => words;

    internal byte[] Write(IReadOnlyList<TaskGroup> groups)
    {
        var sheets = new Dictionary<string, object>
        {
            [Words["tasks.title"]] = Rows(groups.SelectMany(g => g.Tasks.Select(t => TaskRow(g, t)))),
            [Words["phases.gate"]] = Rows(all.Gates.SelectMany(g => g.Goals.Select(goal => GoalRow(g, goal)))),
            [Words["phases.sheet.months"]] = Rows(all.Months.SelectMany(m => m.Duties.Select(d => MonthRow(m, d)))),
        };
        using var stream = new MemoryStream();
        stream.SaveAs(sheets, configuration: Plain);
        return stream.ToArray();
    }

    private Dictionary<string, object?> TaskRow(TaskGroup group, TaskLine task) => new()
    {
        [Words["phases.sheet.group"]] = group.Name,
        [Words["tasks.domain"]] = task.DomainName,
        [Words["phases.sheet.number"]] = task.Number,
        [Words["tasks.task"]] = task.Title,
        [Words["tasks.section"]] = task.Section,
        [Words["task.cooperating"]] = string.Join(Words["page.comma"], task.Cooperating.Select(NameOf)),
        [Words["phases.sheet.reached"]] = task.Reached,
        [Words["phases.sheet.milestones"]] = task.Milestones.Count,
        [Words["task.share"]] = task.Percent,
        [Words["tasks.updated"]] = DateTexts.Short(task.UpdatedOn),
        [Words["tasks.stage"]] = Words[StatusLook.Word(TaskTexts.StatusOf(task.Light))],
        [Words["phases.sheet.why"]] = new TaskTexts(Words).Why(task, all.Plan) ?? "",
    };

    private Dictionary<string, object?> GoalRow(Gate gate, GateGoal goal) => new()
    {
        [Words["phases.sheet.phase"]] = gate.Title,
        [Words["phases.sheet.stage"]] = Words[$"phases.stage.{gate.Stage}"],
        [Words["phases.sheet.goal"]] = goal.Text,
        [Words["phases.sheet.met"]] = Words[goal.Met ? "phases.goal.met" : "phases.goal.open"],
        [Words["phases.goal.evidence"]] = goal.Evidence?.Text ?? "",
        [Words["phases.sheet.day"]] = goal.Evidence is { } evidence ? DateTexts.Short(ChinaTime.DateOf(evidence.At)) : "—",
    };

    private Dictionary<string, object?> MonthRow(PhaseMonth month, DutyCount duty) => new()
    {
        [Words["phases.sheet.month"]] = month.Id,
        [Words["phases.sheet.duty"]] = duty.Title,
        [Words["phases.sheet.owed"]] = duty.Owed,
        [Words["phases.sheet.reported"]] = duty.Reported,
        [Words["phases.sheet.silent"]] = string.Join(Words["page.comma"], duty.Silent),
    };

    private static List<Dictionary<string, object?>> Rows(IEnumerable<Dictionary<string, object?>> rows) =>
        [.. rows.Select(row => row.ToDictionary(cell => cell.Key, cell => cell.Value is string text ? CsvCell.Plain(text) : cell.Value))];

    private string NameOf(string unit) => all.Plan.Unit(new UnitId(unit))?.Name ?? unit;
}
