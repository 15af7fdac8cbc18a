using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>What the office makes of reports, month by month: the table goes upward, the bulletin goes round and is issued, and the period is locked once nobody owes anything.</summary>
/// <param name="seed">Chooses.</param>
/// <param name="calendar">The days as they turned out to be.</param>
internal sealed class ConsolidationPlayer(int seed, Plan plan, WorkingCalendar calendar)
{
    /// <summary>One unit in so many never signs for a bulletin, one bulletin in so many is a day late, one month in so many brings an objection.</summary>
    private const int Careless = 16, Slow = 6, Objecting = 3;

    internal IEnumerable<PlayedAction> All() => OfficeDuties.Periods(plan).Where(o => o.Due is not null).SelectMany(Period);

    private IEnumerable<PlayedAction> Period(Occurrence period)
    {
        var due = OfficeDuties.Of(plan, period, calendar).ToDictionary(d => d.Kind, d => calendar.DoBy(d.Due));
        var upward = due[OfficeDutyKind.Consolidation];
        yield return Office(period, upward, 10, "sent-upward", new ConsolidationCommand.SendUpward("报市级。"));
        foreach (var later in new[] { 5, 10, 20, 40 })
        {
            // Until the last correction is accepted this is refused, and tried again.
            yield return Office(period, calendar.AddWorkingDays(upward, later), 11, $"locked-{later}", new ConsolidationCommand.Lock());
        }

        if (due.TryGetValue(OfficeDutyKind.Bulletin, out var day))
        {
            foreach (var act in Bulletin(period, day))
            {
                yield return act;
            }
        }
    }

    private IEnumerable<PlayedAction> Bulletin(Occurrence period, DateOnly by)
    {
        var round = Later(calendar.AddWorkingDays(period.Due!.Value, 1), calendar.AddWorkingDays(by, -4));
        var until = calendar.AddWorkingDays(round, plan.Forms!.Consolidating.ObjectionWorkdays);
        yield return Office(period, round, 17, "circulated", new ConsolidationCommand.Circulate(null));
        if (Chosen($"{period.Id}/objection", Objecting))
        {
            var unit = plan.Units[SeededChoice.Of(seed, $"bulletin/{period.Id}/who", plan.Units.Count)].Id;
            yield return To(period, until, 10, Recipients.Of(unit, SeatKind.Liaison), "objected", new ConsolidationCommand.RaiseObjection(unit, "请核对我单位本期报送情况。"));
            yield return Office(period, until, 15, "answered", new ConsolidationCommand.AnswerObjection(1, "已核对，与系统记录一致。"));
        }

        var issued = Later(by, calendar.AddWorkingDays(until, 1));
        issued = Chosen($"{period.Id}/late", Slow) ? calendar.AddWorkingDays(issued, 1) : issued;
        yield return Office(period, issued, 10, "issued", new ConsolidationCommand.Issue(null, 1));
        foreach (var unit in plan.Units.Where(u => !Chosen($"{period.Id}/{u.Id}/unsigned", Careless)))
        {
            var day = calendar.AddWorkingDays(issued, 1 + SeededChoice.Of(seed, $"bulletin/{period.Id}/{unit.Id}/signed", 3));
            yield return To(period, day, 10, Recipients.Of(unit.Id, SeatKind.Liaison), $"{unit.Id}-signed", new ConsolidationCommand.Acknowledge(unit.Id));
        }
    }

    private bool Chosen(string what, int oneIn) => SeededChoice.Of(seed, $"bulletin/{what}", oneIn) == 0;

    private static PlayedAction.ToConsolidation Office(Occurrence period, DateOnly day, int hour, string what, ConsolidationCommand command) => To(period, day, hour, Recipients.Office, what, command);

    private static PlayedAction.ToConsolidation To(Occurrence period, DateOnly day, int hour, string by, string what, ConsolidationCommand command) =>
        new(ChinaTime.At(day, new TimeOnly(hour, 0)), by, $"play/{period.Id}/consolidation/{what}", period.Id, command);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
