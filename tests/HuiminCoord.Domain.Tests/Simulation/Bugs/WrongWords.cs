using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Bugs;

/// <summary>The rules misjudge a command, or say the wrong thing of what they decided.</summary>
internal static class WrongWords
{
    public static IEnumerable<PlantedBug> All =>
    [
        Saying("lateness is judged by the 办理日", (e, s, terms, now) => Judged(e, s, terms, (due, at) => ChinaTime.DateOf(at) <= terms.Calendars.AsKnownAt(now).DoBy(due))),
        Saying("lateness is judged at the close of business", (e, s, terms, _) => Judged(e, s, terms, (due, at) => at < ChinaTime.At(due, new(17, 30)))),
        Saying("lateness is judged by the planned date after an extension", (e, s, terms, _) => Judged(e, s, terms, (due, at) => at < ChinaTime.EndOf(e is UnitEvent.Reported r && terms.Find(r.Duty)?.Due is { } planned ? planned : due))),
        Saying("late days are natural days", (e, s, terms, _) => e is UnitEvent.Reported { OnTime: false, At: { } at } r ? r with { LateWorkdays = ChinaTime.DateOf(at).DayNumber - Due(s, r, terms)!.Value.DayNumber } : e),
        Saying("stale steps are all delivered", (e, _, _, _) => Each(e, s => s.Fate == StepFate.Superseded ? s with { Fate = StepFate.Delivered, By = null } : s)),
        Saying("the office is told by every unit itself", (e, _, _, _) => Each(e, s => s.Fate == StepFate.Pending ? s with { Fate = StepFate.Delivered } : s)),
        Saying("the convenor is not told", (e, _, _, _) => e is UnitEvent.Reminded r ? r with { Steps = [.. r.Steps.Where(s => s.Recipient != Recipients.Convenor)] } : e),
        Saying("a receipt goes to the liaison's seat whoever sits there", (e, _, terms, _) => e is UnitEvent.Submitted s ? s with { To = Recipients.Of(terms.Unit.Id, SeatKind.Liaison) } : e),
        Hearing("paper counts from when it was entered", (c, state, now) => c is UnitCommand.Submit s && s.ReceivedAt >= state.IssuedAt && s.ReceivedAt < now ? s with { ReceivedAt = now } : c),
        Hearing("a second urge needs no reason", (c, _, _) => c is UnitCommand.Urge { Reason: "" } u ? u with { Reason = "催报" } : c),
        Hearing("all parts are accepted though one was named", (c, _, _) => c is UnitCommand.Accept a ? a with { Parts = [] } : c),
    ];

    private static PlantedBug Saying(string name, Func<UnitEvent, UnitState, UnitTerms, DateTimeOffset, UnitEvent> says) => new(name, w => new FaultyRules(w) { Says = says });

    private static PlantedBug Hearing(string name, Func<UnitCommand, UnitState, DateTimeOffset, UnitCommand> hears) => new(name, w => new FaultyRules(w) { Hears = hears });

    private static UnitEvent Judged(UnitEvent @event, UnitState state, UnitTerms terms, Func<DateOnly, DateTimeOffset, bool> onTime) =>
        @event is UnitEvent.Reported { OnTime: not null, At: { } at } r && Due(state, r, terms) is { } due ? r with { OnTime = onTime(due, at) } : @event;

    private static DateOnly? Due(UnitState state, UnitEvent.Reported reported, UnitTerms terms) => terms.Of(state, state.Find(reported.Duty)!).Due;

    private static UnitEvent Each(UnitEvent @event, Func<FiredStep, FiredStep> change) =>
        @event is UnitEvent.Reminded r ? r with { Steps = [.. r.Steps.Select(change)], Told = [.. r.Steps.Select(change).Where(s => s.Fate == StepFate.Delivered).Select(s => s.Recipient).Concat(r.Told).Distinct()] } : @event;
}
