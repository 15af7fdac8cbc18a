namespace HuiminCoord.Domain.Time;

/// <summary>
/// The legal periods, dated. Laws change while a campaign runs: a period follows the rule that was in force on the day
/// it started, to its end.
/// </summary>
public sealed class DeadlineRules
{
    private readonly ILookup<string, DeadlineRule> byName;

    internal DeadlineRules(IReadOnlyList<DeadlineRule> all)
    {
        All = all;
        byName = all
            .SelectMany(r => new[] { r.Id, r.Family }.Distinct(), (rule, name) => (rule, name))
            .ToLookup(x => x.name, x => x.rule, StringComparer.Ordinal);
    }

    /// <summary>Every version of every rule, in the order of the document.</summary>
    public IReadOnlyList<DeadlineRule> All { get; }

    /// <summary>Reads rules in the form of <c>deadline-rules.json</c> (schema <c>huimin-deadline-rules/1</c>).</summary>
    /// <exception cref="FormatException">
    /// The text is no such document, an id repeats, a length is not positive, or two versions of one family hold on
    /// the same day. The message names the rule.
    /// </exception>
    public static DeadlineRules Parse(string json) => DeadlineRulesReader.Read(json);

    /// <summary>True when a rule or a family has this name.</summary>
    public bool Knows(string idOrFamily) => byName.Contains(idOrFamily);

    /// <summary>The version in force on the start date.</summary>
    /// <param name="idOrFamily">A family, or the id of one version, which is then found only within its own dates.</param>
    /// <param name="startDate">Shanghai date of the starting event.</param>
    /// <returns>
    /// Null when no version known to us was in force: before the first, or after a text was replaced by one whose
    /// numbers we have not read. The caller asks a person; it does not fall back to a neighbouring version.
    /// </returns>
    /// <exception cref="ArgumentException">No rule has this name.</exception>
    public DeadlineRule? InForce(string idOrFamily, DateOnly startDate) =>
        Knows(idOrFamily)
            ? byName[idOrFamily].SingleOrDefault(r => r.IsInForceOn(startDate))
            : throw new ArgumentException($"There is no deadline rule '{idOrFamily}'.", nameof(idOrFamily));
}
