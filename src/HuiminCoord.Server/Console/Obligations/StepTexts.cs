using System.Text.RegularExpressions;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>Reminders in the visitor's language: which of a ladder, and to whom.</summary>
internal static partial class StepTexts
{
    /// <summary>提醒（剩5个工作日）, 今日请报送, 逾期提示（+1个工作日）.</summary>
    /// <param name="words">The language.</param>
    /// <param name="rung">The step's id: after an extension it carries a suffix.</param>
    /// <param name="ladder">The ladder of its kind of duty.</param>
    internal static string Rung(PageWords words, string rung, Ladder ladder)
    {
        var id = Suffix().Replace(rung, "");
        return id.StartsWith("week-", StringComparison.Ordinal) ? words["rung.weekly"]
            : id.StartsWith("correction-", StringComparison.Ordinal) ? words["rung.correction"]
            : ladder.Rungs.FirstOrDefault(r => r.Id == id) switch
            {
                null => words["rung.other"],
                { Offset: null } => words["rung.issue"],
                { Offset: 0 } => words["rung.due"],
                { Offset: < 0 and var before } => words["rung.before", -before],
                { Offset: var after } => words["rung.after", after],
            };
    }

    /// <summary>What became of one reminder, for all its recipients.</summary>
    internal static string Given(PageWords words, IReadOnlyList<StepRow> steps, Ladder ladder)
    {
        var what = Rung(words, steps[0].Rung, ladder);
        return steps.All(s => s.Outcome == StepOutcome.Undeliverable)
            ? words["history.unheard", what]
            : words["history.step", what, string.Join(words["page.comma"], steps.Select(s => To(words, s.Recipient)))];
    }

    /// <summary>联络人, 联席办.</summary>
    internal static string To(PageWords words, string recipient) => recipient.Split('/')[^1] switch
    {
        Recipients.Office => words["history.office"],
        "liaison" => words["seat.Liaison"],
        "deputy" => words["seat.Deputy"],
        "leader" => words["seat.Leader"],
        "convenor" => words["seat.Convenor"],
        var other => other,
    };

    /// <summary>The same for the roles of a planned rung.</summary>
    internal static string To(PageWords words, IEnumerable<Role> roles) =>
        string.Join(words["page.comma"], roles.Select(r => r == Role.Office ? words["history.office"] : words[$"seat.{r}"]));

    [GeneratedRegex(@"\.\d+$")]
    private static partial Regex Suffix();
}
