namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Collects what is wrong, so that one reading tells everything.</summary>
internal sealed class Problems
{
    private const int LongestQuote = 60;

    private readonly List<PlanProblem> _found = [];

    public int Count => _found.Count;

    public IReadOnlyList<PlanProblem> Found => _found;

    /// <summary>Guesses for misspelled words, on one budget for the whole text.</summary>
    public Nearest Nearest { get; } = new();

    public void Add(PlanPosition at, string code, string message) => _found.Add(new PlanProblem(at, code, OneLine(message)));

    /// <summary>A piece of the plan as it is shown in messages: in quotes, and cut when it is long.</summary>
    public static string Quote(string text) => text.Length > LongestQuote ? $"'{text[..LongestQuote]}…'" : $"'{text}'";

    // A plan's own text is quoted in messages; one line per problem is a promise of 'plan check'.
    private static string OneLine(string message) =>
        message.Any(char.IsControl) ? string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)) : message;
}
