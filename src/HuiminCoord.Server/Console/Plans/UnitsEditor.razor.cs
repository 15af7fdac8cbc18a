using HuiminCoord.Domain.Plans.Drafting;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Members with their names, who convenes, which table each fills, and how each takes part in the domains.</summary>
public sealed partial class UnitsEditor : SketchEditor
{
    private static readonly char[] Between = ['、', '，', ',', ';', '；'];

    private string NewName { get; set; } = "";

    private string NewId { get; set; } = "";

    private bool IdWrong { get; set; }

    private string NameOf(string unit) => Sketch.Units.Find(u => u.Id == unit)?.Name ?? unit;

    private Task Rename(UnitSketch unit, string? aliases)
    {
        unit.Aliases = [.. (aliases ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return Tell();
    }

    private Task Convene(UnitSketch unit)
    {
        Sketch.Convenor = unit.Id;
        return Tell();
    }

    private Task Share(DomainSketch domain, UnitSketch unit, string? share)
    {
        if (Enum.TryParse<DomainShare>(share, out var chosen))
        {
            SketchMembers.Take(Sketch, unit.Id, domain, chosen);
        }

        return Tell();
    }

    private Task Remove(UnitSketch unit)
    {
        SketchMembers.Remove(Sketch, unit.Id);
        return Tell();
    }

    private Task Add()
    {
        IdWrong = string.IsNullOrWhiteSpace(NewName) || !SketchMembers.Add(Sketch, NewId.Trim(), NewName.Trim());
        if (!IdWrong)
        {
            (NewName, NewId) = ("", "");
        }

        return Tell();
    }
}
