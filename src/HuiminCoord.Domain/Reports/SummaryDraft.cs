using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>What one unit says in one section of its summary.</summary>
public sealed record UnitText(UnitId Unit, string Name, string Text)
{
    /// <summary>Led by the unit's name.</summary>
    public string Paragraph => $"{Name}：{Text}";
}

/// <summary>A section of the office's summary: what it is composed of, and what the office has written instead.</summary>
/// <param name="Texts">What units say, in the order of the plan.</param>
/// <param name="Silent">Units whose summary is here and says nothing in this section.</param>
public sealed record DraftedSection(string Id, string Title, IReadOnlyList<UnitText> Texts, IReadOnlyList<string> Silent)
{
    /// <summary>A paragraph for each unit, led by its name.</summary>
    public string Text => string.Join('\n', Texts.Select(t => t.Paragraph));

    /// <summary>What the office has written; <see cref="SummaryEdit.AsComposed"/> until it has.</summary>
    public SummaryEdit Written { get; init; } = SummaryEdit.AsComposed;
}

/// <summary>The office's consolidated summary: composed from the units' sections, and in some of them written by the office.</summary>
/// <param name="Missing">Names of units whose summary has not been handed in. They are named, never passed over.</param>
/// <param name="CarriedOver">Problems that units named the month before: each is answered or named again.</param>
public sealed record SummaryDraft(IReadOnlyList<DraftedSection> Sections, IReadOnlyList<string> Missing, IReadOnlyList<UnitText> CarriedOver)
{
    /// <summary>Composes the draft.</summary>
    /// <param name="owing">Units that owe a summary; others are left out.</param>
    /// <param name="texts">The sections of each summary that was handed in.</param>
    /// <param name="lastMonth">The same of the month before.</param>
    /// <param name="problems">The section that speaks of problems (存在问题); null = the form has none.</param>
    public static SummaryDraft Of(
        Plan plan, SummaryForm form, IReadOnlyCollection<UnitId> owing, IReadOnlyDictionary<UnitId, IReadOnlyDictionary<string, string>> texts,
        IReadOnlyDictionary<UnitId, IReadOnlyDictionary<string, string>> lastMonth, string? problems)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(lastMonth);
        var units = plan.Units.Where(u => owing.Contains(u.Id)).ToList();
        return new(
            [.. form.Sections.Select(section => Section(section, [.. units.Where(u => texts.ContainsKey(u.Id))], texts))],
            [.. units.Where(u => !texts.ContainsKey(u.Id)).Select(u => u.Name)],
            problems is null ? [] : Texts(units, lastMonth, problems));
    }

    /// <summary>The same with what the office has written, by the section's id. What it wrote in a section that the plan has dropped is left out.</summary>
    public SummaryDraft With(IReadOnlyDictionary<string, SummaryEdit> written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return this with { Sections = [.. Sections.Select(s => s with { Written = written.GetValueOrDefault(s.Id, SummaryEdit.AsComposed) })] };
    }

    private static DraftedSection Section(SummarySection section, IReadOnlyList<UnitPlan> units, IReadOnlyDictionary<UnitId, IReadOnlyDictionary<string, string>> texts)
    {
        var said = Texts(units, texts, section.Id);
        return new(section.Id, section.Title, said, [.. units.Where(u => said.All(t => t.Unit != u.Id)).Select(u => u.Name)]);
    }

    private static IReadOnlyList<UnitText> Texts(IReadOnlyList<UnitPlan> units, IReadOnlyDictionary<UnitId, IReadOnlyDictionary<string, string>> texts, string section) =>
        [.. from unit in units
            let text = texts.GetValueOrDefault(unit.Id)?.GetValueOrDefault(section)?.Trim()
            where text is { Length: > 0 }
            select new UnitText(unit.Id, unit.Name, text)];
}
