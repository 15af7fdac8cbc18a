using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Commands that name a date.</summary>
internal sealed class DatedCommands(SplitMix random)
{
    private static readonly DutyKind[] Kinds = [DutyKind.Other, DutyKind.Other, DutyKind.Decision, DutyKind.Decision, DutyKind.Monthly, DutyKind.Annual, DutyKind.Liaison];
    private int _assigned;

    public UnitCommand.AskExtension Ask(Obligation open, DateOnly today, string reason) => new(open.Id, Near(open, today).AddDays(random.Between(-1, 20)), reason);

    public UnitCommand.DecideExtension Decide(Obligation open, DateOnly today, string reason) =>
        new(open.Id, random.Chance(70), random.Chance(60) ? null : Near(open, today).AddDays(random.Between(-4, 20)), reason);

    public UnitCommand.MoveDue Move(Obligation open, DateOnly today, string reason) => new(open.Id, Near(open, today).AddDays(random.Between(-9, 25)), reason);

    public UnitCommand.Assign Assign(DutyId other, DateOnly today, string title)
    {
        var id = random.Chance(94) ? new DutyId($"assigned-{++_assigned}") : other;
        return new(id, new Assignment(random.Pick(Kinds), title, today.AddDays(random.Between(-1, 30)), "", "office"));
    }

    public static DateOnly? DueOf(Obligation duty) =>
        duty.MovedTo ?? duty.Assigned?.Due ?? (duty.Id.Value.StartsWith("monthly-", StringComparison.Ordinal) ? DateOnly.ParseExact(duty.Id.Value["monthly-".Length..] + "-28", "yyyy-MM-dd") : null);

    private DateOnly Near(Obligation open, DateOnly today) => random.Chance(25) ? today : random.Chance(1) ? today.AddYears(3) : open.ExtensionAsked ?? DueOf(open) ?? today;
}
