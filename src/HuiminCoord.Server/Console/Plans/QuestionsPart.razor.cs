using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>待明确事项: what the paper leaves open, the default that holds, and the answers.</summary>
public sealed partial class QuestionsPart : LivePage
{
    private static readonly string[] Shows = ["all", "open", "answered"];

    private IReadOnlyList<Plan> _versions = [];

    /// <summary>The question that is looked at; null = none.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>Which are shown; null = all.</summary>
    [Parameter]
    public string? Show { get; set; }

    private Plan? Plan { get; set; }

    private string Filter => Shows.Contains(Show) ? Show! : "all";

    private IReadOnlyList<OpenQuestion> Questions => Plan?.Questions ?? [];

    private OpenQuestion? Selected => Questions.FirstOrDefault(q => q.Id == Chosen);

    private int Open => Questions.Count(q => q.Answer is null);

    private bool MayAnswer => Visitor.May("answerQuestion");

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("listQuestions");
        (Plan, _versions) = (scene.Campaign.Plan, scene.Campaign.Versions);
    }

    private static bool Fits(OpenQuestion question, string show) => show switch
    {
        "open" => question.Answer is null,
        "answered" => question.Answer is not null,
        _ => true,
    };

    private string Affected(OpenQuestion question) => new QuestionScope(question.Affects).Say(Words, Plan!);

    private string? ClauseOf(OpenQuestion question) => new QuestionScope(question.Affects).Clause(Plan!) is { } id ? PlanLines.Clause(Plan!, id) : null;

    /// <summary>The first version with just this answer.</summary>
    private int AnsweredIn(OpenQuestion question) =>
        _versions.SkipWhile(v => v.Questions.FirstOrDefault(q => q.Id == question.Id)?.Answer != question.Answer).FirstOrDefault()?.Version ?? Plan!.Version;

    private static string Address(string show, string? question) => $"/plan?tab=questions&show={show}{(question is null ? "" : $"&q={Uri.EscapeDataString(question)}")}";

    private void Close() => Navigation.NavigateTo(Address(Filter, null));
}
