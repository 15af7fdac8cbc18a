using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Says what a question governs.</summary>
internal sealed class ScopeWords(PageWords words)
{
    private PageWords Words { get; } = words;

    /// <summary>In words; null for a scope that nobody knows.</summary>
    internal string? Of(string[] scope, Plan plan) => scope switch
    {
        ["settings", var name] => Known($"plan.setting.{name}", Words[$"plan.setting.{name}"]),
        ["duties", var duty, ..] => plan.Duties.FirstOrDefault(d => d.Id == duty)?.Title,
        ["forms", var part] => Known($"plan.form.{part}", Words[$"plan.form.{part}"]),
        ["units", "table"] => Words["plan.table"],
        ["units", "aliases"] => Words["plan.aliases"],
        ["units", var unit, ..] => plan.Units.FirstOrDefault(u => u.Id.Value == unit)?.Name is { } name ? Words["plan.scope.unit", name] : null,
        ["tasks", var task] => plan.Tasks.FirstOrDefault(t => t.Id.Value == task)?.Title,
        [var room] => Known($"plan.scope.{room}", Words[$"plan.scope.{room}"]),
        _ => null,
    };

    private static string? Known(string name, string said) => said == name ? null : said;
}
