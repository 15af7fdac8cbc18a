using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The phases, one after the other inside the campaign.</summary>
internal static class PhasesPart
{
    public static IReadOnlyList<PhasePlan> Read(Fields fields, Declared declared)
    {
        var phases = new List<PhasePlan>();
        var order = new PhaseOrder(declared);
        foreach (var node in fields.Items("phases", PlanLimits.Entries, least: 1))
        {
            phases.Add(Phase(new Fields(node, declared.Problems), declared, order));
        }

        return phases;
    }

    private static PhasePlan Phase(Fields fields, Declared declared, PhaseOrder order)
    {
        var id = fields.Id("id");
        declared.Phases.Declare(id, fields.At("id"));
        var title = fields.Text("title");
        var window = fields.Window("window");
        order.Follow(title, window, fields.At("window"));
        var phase = new PhasePlan(
            IdText.IsValid(id) ? new PhaseId(id) : default,
            title,
            window ?? new DateWindow(default, default),
            Goals(fields, declared.Problems),
            declared.Clauses.Reference(fields, "clause"));
        fields.Close();
        return phase;
    }

    private static IReadOnlyList<PhaseGoal> Goals(Fields phase, Problems problems)
    {
        var ids = new DeclaredIds("goal", "", problems);
        return [.. phase.Items("goals", PlanLimits.Entries).Select(node => Goal(new Fields(node, problems), ids))];
    }

    private static PhaseGoal Goal(Fields fields, DeclaredIds ids)
    {
        var id = fields.Id("id");
        ids.Declare(id, fields.At("id"));
        var goal = new PhaseGoal(id, fields.Text("text", PlanLimits.LongText));
        fields.Close();
        return goal;
    }
}
