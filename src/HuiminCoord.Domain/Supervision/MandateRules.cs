using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Supervision;

/// <summary>What a group is asked to look at, and the lines that it adds itself.</summary>
internal static class MandateRules
{
    internal static Decision<SupervisionEvent> Record(SupervisionState state, SupervisionCommand.RecordMandate c, SupervisionTerms terms, DateTimeOffset now)
    {
        var mandate = c.Mandate with { Matter = c.Mandate.Matter.Trim(), Leader = c.Mandate.Leader.Trim() };
        return Refuse(mandate, terms) is { } refusal ? refusal
            : mandate.SameAs(state.Mandate) ? Decision<SupervisionEvent>.Nothing
            : Decision<SupervisionEvent>.Keep(new SupervisionEvent.MandateRecorded(mandate, now));
    }

    internal static Decision<SupervisionEvent> AddLine(SupervisionState state, SupervisionCommand.AddLine c) =>
        !SupervisionRules.Named(c.Text, SupervisionRules.LongestLine) ? new Refusal("supervision.line-needed", $"{SupervisionRules.LongestLine}")
        : state.OwnLines.Contains(c.Text.Trim()) ? Decision<SupervisionEvent>.Nothing
        : state.OwnLines.Count >= SupervisionRules.MostLines ? new Refusal("supervision.too-many-lines", $"{SupervisionRules.MostLines}")
        : Decision<SupervisionEvent>.Keep(new SupervisionEvent.LineAdded(c.Text.Trim()));

    private static Refusal? Refuse(SupervisionMandate m, SupervisionTerms terms) =>
        !SupervisionNames.IsGroup(terms.Group) ? new Refusal("supervision.group-malformed", terms.Group)
        : !SupervisionRules.Named(m.Matter, SupervisionRules.LongestLine) ? new Refusal("supervision.matter-needed", $"{SupervisionRules.LongestLine}")
        : !SupervisionRules.Named(m.Leader, SupervisionRules.LongestPost) ? new Refusal("supervision.leader-needed", $"{SupervisionRules.LongestPost}")
        : m.Units.Count == 0 || m.Units.Distinct().Count() < m.Units.Count || m.Tasks.Distinct().Count() < m.Tasks.Count ? new Refusal("supervision.scope-needed")
        : m.Units.FirstOrDefault(u => terms.Plan.Unit(u) is null) is { Value: not null } stranger ? new Refusal("unit.unknown", stranger.Value)
        : m.Tasks.FirstOrDefault(t => terms.Plan.Task(t) is null) is { Value: not null } task ? new Refusal("task.unknown", task.Value)
        : m.From > m.Until || m.From < terms.Plan.Window.From || m.Until > terms.Plan.Window.To
            ? new Refusal("supervision.period-out-of-range", $"{terms.Plan.Window.From:yyyy-MM-dd}", $"{terms.Plan.Window.To:yyyy-MM-dd}")
        : null;
}
