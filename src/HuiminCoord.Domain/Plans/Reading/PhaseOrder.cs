namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>
/// Phases follow each other without a gap or a shared day, so that between the first and the last every day has exactly
/// one phase.
/// </summary>
internal sealed class PhaseOrder(Declared declared)
{
    private readonly List<(string Title, DateWindow Window)> _before = [];
    private bool _allAreKnown = true;

    /// <summary>Measures the next phase; one whose days are not known cannot be measured, nor the distances around it.</summary>
    public void Follow(string title, DateWindow? window, PlanPosition at)
    {
        if (window is not null)
        {
            InsideCampaign(window, at);
            AfterTheOthers(window, at);
            _before.Add((title, window));
        }

        _allAreKnown &= window is not null;
    }

    private void InsideCampaign(DateWindow window, PlanPosition at)
    {
        if (declared.Campaign is { } campaign && !(campaign.Contains(window.From) && campaign.Contains(window.To)))
        {
            declared.Problems.Add(at, PlanProblemCode.PhaseOutside, $"the phase is not inside the campaign, which runs from {campaign.From:yyyy-MM-dd} to {campaign.To:yyyy-MM-dd}");
        }
    }

    private void AfterTheOthers(DateWindow window, PlanPosition at)
    {
        var shared = _before.FirstOrDefault(b => b.Window.From <= window.To && window.From <= b.Window.To);
        if (shared.Window is not null)
        {
            declared.Problems.Add(at, PlanProblemCode.PhaseOverlap, $"the phase shares days with {Problems.Quote(shared.Title)}, which runs from {shared.Window.From:yyyy-MM-dd} to {shared.Window.To:yyyy-MM-dd}");
        }
        else if (_before.Count > 0 && _allAreKnown)
        {
            var (title, last) = _before.MaxBy(b => b.Window.To);
            After(title, last, window, at);
        }
    }

    private void After(string title, DateWindow last, DateWindow window, PlanPosition at)
    {
        if (window.To < last.From)
        {
            declared.Problems.Add(at, PlanProblemCode.PhaseOrder, $"the phase lies before {Problems.Quote(title)} but is listed after it");
        }
        else if (window.From > last.To.AddDays(1))
        {
            declared.Problems.Add(at, PlanProblemCode.PhaseGap, $"the phase must begin on {last.To.AddDays(1):yyyy-MM-dd}, the day after {Problems.Quote(title)} ends: every day has a phase");
        }
    }
}
