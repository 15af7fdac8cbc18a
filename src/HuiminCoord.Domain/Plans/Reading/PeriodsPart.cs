namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Which days reports cover: between the first and the last annual report no day is missing and none is counted twice.</summary>
internal sealed class PeriodsPart
{
    private readonly Declared _declared;
    private readonly IReadOnlyList<DutyPlan> _duties;
    private readonly Dictionary<string, (DateWindow Window, PlanPosition At)> _annuals = [];
    private bool _allAreKnown = true;

    private PeriodsPart(Declared declared, IReadOnlyList<DutyPlan> duties) => (_declared, _duties) = (declared, duties);

    public static PeriodPlan Read(Fields fields, Declared declared, IReadOnlyList<DutyPlan> duties) => new PeriodsPart(declared, duties).Periods(fields);

    private PeriodPlan Periods(Fields fields)
    {
        var from = fields.Day("from");
        if (from is { } first)
        {
            InsideCampaign(new(first, first), fields.At("from"));
        }

        var lastDay = fields.Whole("lastDay", 1, 28);
        var told = _declared.Problems.Count;
        foreach (var node in fields.Has("annuals") ? fields.Items("annuals", PlanLimits.Entries) : [])
        {
            Annual(new Fields(node, _declared.Problems), from);
        }

        if (_allAreKnown)
        {
            Follow();
        }

        // A mistake in the list is told; what it hides is not missed as well.
        if (fields.IsObject && _declared.Problems.Count == told)
        {
            Missing(fields);
        }

        fields.Close();
        return new(from ?? default, lastDay ?? default, _annuals.ToDictionary(a => a.Key, a => a.Value.Window));
    }

    private void Annual(Fields fields, DateOnly? from)
    {
        var (duty, window) = (fields.Text("duty"), fields.Window("window"));
        fields.Close();
        _allAreKnown &= Fits(fields, duty) & window is not null;
        if (window is null)
        {
            return;
        }

        var at = fields.At("window");
        if (InsideCampaign(window, at) && window.From < from)
        {
            _declared.Problems.Add(at, PlanProblemCode.PeriodOutside, $"an annual report covers no days before {from:yyyy-MM-dd}, when the first month's report begins");
        }

        if (duty.Length > 0 && !_annuals.TryAdd(duty, (window, at)))
        {
            fields.Twice(fields.At("duty"), duty);
            _allAreKnown = false;
        }
    }

    private bool Fits(Fields fields, string id)
    {
        if (id.Length == 0 || _duties.Count == 0)
        {
            return false;
        }

        if (_duties.FirstOrDefault(d => d.Id == id) is not { } duty)
        {
            var hint = _declared.Problems.Nearest.Hint(id, _duties.Select(d => d.Id));
            _declared.Problems.Add(fields.At("duty"), PlanProblemCode.DutyUnknown, $"there is no duty {Problems.Quote(id)}{hint}");
            return false;
        }

        // An annual report is meant to be one, even where a mistake in its schedule or parts was told.
        var isReport = duty.Kind == DutyKind.Annual || duty is { Schedule: not DutySchedule.Monthly, Parts.Count: > 0 };
        if (!isReport)
        {
            _declared.Problems.Add(fields.At("duty"), PlanProblemCode.PeriodUnfit, $"{Problems.Quote(id)} is no annual report: only a duty that is due once and handed in by parts has days of its own");
        }

        return isReport;
    }

    private bool InsideCampaign(DateWindow window, PlanPosition at)
    {
        if (_declared.Campaign is not { } campaign || (campaign.Contains(window.From) && campaign.Contains(window.To)))
        {
            return true;
        }

        _declared.Problems.Add(at, PlanProblemCode.PeriodOutside, $"this is not inside the campaign, which runs from {campaign.From:yyyy-MM-dd} to {campaign.To:yyyy-MM-dd}");
        return false;
    }

    private void Follow()
    {
        var ordered = _annuals.Values.OrderBy(a => a.Window.From).ThenBy(a => a.Window.To).ToList();
        foreach (var ((before, _), (window, at)) in ordered.Zip(ordered.Skip(1)))
        {
            if (window.From <= before.To)
            {
                _declared.Problems.Add(at, PlanProblemCode.PeriodOverlap, $"the days until {before.To:yyyy-MM-dd} belong to another annual report already: no day is counted twice");
            }
            else if (window.From > before.To.AddDays(1))
            {
                _declared.Problems.Add(at, PlanProblemCode.PeriodGap, $"this must begin on {before.To.AddDays(1):yyyy-MM-dd}, the day after the annual report before it ends: no day is left out");
            }
        }
    }

    private void Missing(Fields fields)
    {
        foreach (var duty in _duties.Where(d => d is { Kind: DutyKind.Annual, Parts.Count: > 0 } && d.Id.Length > 0 && !_annuals.ContainsKey(d.Id)))
        {
            _declared.Problems.Add(fields.At("annuals"), PlanProblemCode.PeriodMissing, $"it is not said which days {Problems.Quote(duty.Id)} covers");
        }
    }
}
