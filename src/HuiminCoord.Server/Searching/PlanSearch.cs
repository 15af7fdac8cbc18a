using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Searching;

/// <summary>Finds what the plan in force says: units, phases, open questions, the paper's number.</summary>
internal sealed class PlanSearch(SearchReading reading)
{
    private CampaignScene Scene => reading.Scene;

    internal IEnumerable<SearchGroup> Find()
    {
        if (reading.By("listUnits") is { } units)
        {
            yield return Group(SearchKind.Unit, Scene.Plan.Units.Where(u => units.OnlyUnit is null || u.Id.Value == units.OnlyUnit).Where(IsFound).Select(Hit));
        }

        if (reading.By("listPhases") is not null)
        {
            yield return Group(SearchKind.Phase, Scene.Plan.Phases.Where(p => reading.Text.IsIn(p.Title)).Select(Hit));
        }

        if (reading.By("listQuestions") is not null)
        {
            yield return Group(SearchKind.Question, Scene.Plan.Questions.Where(IsFound).Select(Hit));
        }

        if (reading.By("getPlan") is not null && reading.Text.IsIn(Scene.Plan.Document.Number))
        {
            var document = Scene.Plan.Document;
            yield return Group(SearchKind.Document, [new SearchHit(SearchKind.Document, document.Number, $"{Scene.Plan.Title}（{document.Issuer}）", SearchLinks.Plan)]);
        }
    }

    private bool IsFound(UnitPlan unit) => unit.Aliases.Append(unit.Name).Any(reading.Text.IsIn);

    private bool IsFound(OpenQuestion question) => new[] { question.Ask, question.Answer ?? question.Default }.Any(reading.Text.IsIn);

    private static SearchHit Hit(UnitPlan unit) => new(SearchKind.Unit, unit.Name, string.Join('、', unit.Aliases), SearchLinks.Unit(unit.Id.Value));

    private static SearchHit Hit(PhasePlan phase) => new(SearchKind.Phase, phase.Title, SearchDates.Span(phase.Window.From, phase.Window.To), SearchLinks.Phases);

    private static SearchHit Hit(OpenQuestion question) => new(
        SearchKind.Question, question.Ask, question.Answer is { } answer ? $"答复：{answer}" : $"暂按：{question.Default}", SearchLinks.Question(question.Id));

    private static SearchGroup Group(SearchKind kind, IEnumerable<SearchHit> hits) => SearchReading.Group(kind, [.. hits]);
}
