using System.Text;
using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Server.Plans;

/// <summary>The plans that come with the program and others are made from: every plan beside this file is one.</summary>
internal static class PlanTemplates
{
    private static readonly Lazy<IReadOnlyList<PlanTemplate>> Read = new(() => [.. Texts().Select(Template).OfType<PlanTemplate>()]);

    /// <summary>All of them, by their campaigns' ids.</summary>
    internal static IReadOnlyList<PlanTemplate> Shipped => Read.Value;

    private static IEnumerable<string> Texts()
    {
        var assembly = typeof(PlanTemplates).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith($"{typeof(PlanTemplates).Namespace}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return text.ReadToEnd();
        }
    }

    /// <summary>The schema stands there, too, and is no plan.</summary>
    private static PlanTemplate? Template(string json) => PlanReader.Read(json).Plan is { } plan ? new(plan, json) : null;
}
