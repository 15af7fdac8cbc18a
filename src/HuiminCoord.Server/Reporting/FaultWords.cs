using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Refusals;
using System.Globalization;
using System.Text.Json;

namespace HuiminCoord.Server.Reporting;

/// <summary>What is wrong with a sheet or with a cell of a workbook, in sentences, from the two files beside this one: for pages and for answers alike.</summary>
internal static class FaultWords
{
    /// <summary>Behind a code: the sentence that repeats what stands in the cell, which is the second fact.</summary>
    private const string Said = ".said";

    private const int MostFacts = 5;

    private static readonly JsonSerializerOptions Once = new() { AllowDuplicateProperties = false };

    private static readonly Dictionary<Language, Dictionary<string, string>> Books = new() { [Language.Chinese] = Read("zh"), [Language.English] = Read("en") };

    /// <summary>All sentences by their names.</summary>
    internal static IReadOnlyDictionary<string, string> In(Language language) => Books[language];

    /// <summary>Says what is wrong. A code without words is said as it is: nobody is left without an answer.</summary>
    /// <param name="code">Stable: <c>sheet.missing</c>.</param>
    /// <param name="facts">Codes of columns are said by the columns' names.</param>
    /// <param name="form">The table's form.</param>
    /// <param name="language">The reader's.</param>
    internal static string Say(string code, IReadOnlyList<string> facts, TableForm form, Language language)
    {
        var book = Books[language];
        var text = (facts.Count > 1 ? book.GetValueOrDefault(code + Said) : null) ?? book.GetValueOrDefault(code, code);
        for (var n = 0; n < MostFacts; n++)
        {
            var fact = n < facts.Count && facts[n].Length > 0 ? form.Column(facts[n])?.Name ?? facts[n] : "—";
            text = text.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{n}}}"), fact, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>What its sentence needs; a problem that is a later report's says which.</summary>
    internal static IReadOnlyList<string> FactsOf(Plan plan, SheetProblem problem) =>
        problem is { At: not null, Place: { } later } ? [.. problem.Facts, ReportPeriods.TitleOf(plan, new(later))] : problem.Facts;

    private static Dictionary<string, string> Read(string language)
    {
        var resource = $"{typeof(FaultWords).Namespace}.faults.{language}.json";
        using var stream = typeof(FaultWords).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The program was built without {resource}.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream, Once)!;
    }
}
