using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The member units with everything they are called.</summary>
internal static class UnitsPart
{
    public static IReadOnlyList<UnitPlan> Read(Fields fields, Declared declared) =>
        [.. fields.Items("units", PlanLimits.Units, least: 1).Select(node => Unit(new Fields(node, declared.Problems), declared))];

    private static UnitPlan Unit(Fields fields, Declared declared)
    {
        var id = fields.Id("id");
        var name = fields.Text("name");
        var aliases = fields.TextsIfAny("aliases", PlanLimits.Aliases);
        declared.Units.Declare((id, fields.At("id")), [(name, fields.At("name")), .. aliases]);
        var unit = new UnitPlan(
            IdText.IsValid(id) ? new UnitId(id) : default, name, [.. aliases.Select(a => a.Text)], fields.Choice<TableProfile>("table") ?? default);
        fields.Close();
        return unit;
    }
}
