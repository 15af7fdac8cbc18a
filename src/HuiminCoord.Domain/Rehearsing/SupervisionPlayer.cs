using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>What the supervision group does: four visits, each some weeks before a meeting, so that what stays open is spoken of there.</summary>
/// <param name="seed">Chooses.</param>
/// <param name="plan">The version in force.</param>
/// <param name="scope">Units of the mandate: those of the first version, also after others have joined.</param>
/// <param name="calendar">The days as they turned out to be.</param>
/// <param name="issuedAt">Of the first version.</param>
internal sealed class SupervisionPlayer(int seed, Plan plan, IReadOnlyList<UnitId> scope, WorkingCalendar calendar, DateTimeOffset issuedAt)
{
    private const string Group = "du-1";
    private const int Visits = 4, ProblemsEach = 2, MendingDays = 8, Open = 4;

    private static readonly string[] Found = ["检查台账登记不全", "线索处置时限未登记", "责任分工未落实到人", "宣传材料未及时更新", "整改情况未书面反馈", "联合检查记录不完整"];

    internal IEnumerable<PlayedAction> All()
    {
        var days = Cadence.Of(MeetingKind.Plenary, plan, calendar).Select(m => calendar.AddWorkingDays(m.NoticeOn, -14))
            .Where(d => At(d, -3, 9) > issuedAt).Take(Visits).ToList();
        return days.Count == 0 || scope.Count == 0 ? [] : days.SelectMany(Visit).Prepend(Ordered(days[0]));
    }

    private PlayedAction.ToSupervision Ordered(DateOnly first) => To(At(first, -2, 9), Recipients.Office, "ordered", new SupervisionCommand.RecordMandate(new(
        "重点领域整治措施落实情况", [.. scope.Where(u => plan.Unit(u) is not null)], [], ChinaTime.DateOf(At(first, -2, 9)), plan.Window.To, "督导工作组组长")));

    private IEnumerable<PlayedAction> Visit(DateOnly day, int index)
    {
        var (id, unit) = (string.Create(CultureInfo.InvariantCulture, $"visit-{index + 1}"), scope[SeededChoice.Of(seed, $"{Group}/{index}/unit", scope.Count)]);
        yield return To(At(day, 0, 10), Recipients.Group, $"{id}/made", new SupervisionCommand.RecordVisit(
            id, day, unit, $"{plan.Unit(unit)?.Name ?? unit.Value}及辖区现场", [], "责任分工明确，按月开展检查。", index % 2 == 0 ? "与有关单位建立线索移送台账。" : ""));
        for (var n = 1; n <= ProblemsEach; n++)
        {
            var number = (index * ProblemsEach) + n;
            var due = calendar.DoBy(Earlier(calendar.AddWorkingDays(day, MendingDays), plan.Window.To));
            var text = Found[(SeededChoice.Of(seed, $"{Group}/{index}/found", Found.Length) + n) % Found.Length];
            yield return To(At(day, 0, 15).AddMinutes(10 * n), Recipients.Group, $"problem-{number}/added", new SupervisionCommand.AddProblem(unit, null, text, due, id));
            foreach (var act in Mended(day, unit, number))
            {
                yield return act;
            }
        }

        yield return To(At(day, 1, 16), Recipients.Group, $"{id}/reported", new SupervisionCommand.HandReport());
    }

    /// <summary>Of five, two are mended in time, one is found wanting and mended again, one is late, one stays open; so does the last of all.</summary>
    private IEnumerable<PlayedAction> Mended(DateOnly day, UnitId unit, int number)
    {
        var manner = number == Visits * ProblemsEach ? Open : SeededChoice.Of(seed, $"{Group}/{number}/manner", Open + 1);
        var after = manner switch { < 3 => MendingDays - 2, 3 => MendingDays + 14, _ => -1 };
        if (after < 0)
        {
            yield break;
        }

        yield return HandsIn(At(day, after, 11), unit, number, "mended");
        if (manner == 2)
        {
            yield return To(At(day, after + 1, 10), Recipients.Group, $"problem-{number}/sent-back", new SupervisionCommand.SendBack(number, "现场复查，仍有缺项，请补齐。"));
            after += 4;
            yield return HandsIn(At(day, after, 11), unit, number, "mended-again");
        }

        yield return To(At(day, after + 2, 10), Recipients.Group, $"problem-{number}/struck-off", new SupervisionCommand.StrikeOff(number, "现场复查，已整改到位。"));
    }

    private static PlayedAction.ToUnit HandsIn(DateTimeOffset at, UnitId unit, int number, string what) => new(
        at, Recipients.Of(unit, SeatKind.Liaison), $"play/{Group}/problem-{number}/{what}", unit, new UnitCommand.Submit(SupervisionNames.Duty(Group, number), [], "", false, null));

    private static PlayedAction.ToSupervision To(DateTimeOffset at, string by, string what, SupervisionCommand command) => new(at, by, $"play/{Group}/{what}", Group, command);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private DateTimeOffset At(DateOnly day, int workdays, int hour) => ChinaTime.At(workdays == 0 ? day : calendar.AddWorkingDays(day, workdays), new TimeOnly(hour, 0));
}
