namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>Takes a plan apart into the fields that people fill in.</summary>
public static class PlanSketches
{
    /// <summary>The sketch of a plan: written over the plan's own text, it says the same.</summary>
    public static PlanSketch Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanSketch
        {
            Campaign = plan.Campaign.Value,
            Title = plan.Title,
            DistrictCode = plan.District.Code,
            DistrictName = plan.District.Name,
            Number = plan.Document.Number,
            Issuer = plan.Document.Issuer,
            IssuedOn = plan.Document.IssuedOn,
            File = plan.Document.File,
            From = plan.Window.From,
            To = plan.Window.To,
            Convenor = plan.Convenor.Value,
            Settings = Settings(plan.Settings),
            Units = [.. plan.Units.Select(u => new UnitSketch { Id = u.Id.Value, Name = u.Name, Aliases = [.. u.Aliases], Table = u.Table })],
            Domains = [.. plan.Domains.Select(Domain)],
            Tasks = [.. plan.Tasks.Select(t => new TaskSketch { Id = t.Id.Value, Title = t.Title })],
            Phases = [.. plan.Phases.Select(Phase)],
            Duties = [.. plan.Duties.Select(d => Duty(d, plan))],
            Ladders = [.. plan.Ladders.OrderBy(l => l.Key).Select(l => Ladder(l.Key, l.Value))],
            Questions = [.. plan.Questions.Select(q => new QuestionSketch { Id = q.Id, Ask = q.Ask, Default = q.Default, Affects = q.Affects, Answer = q.Answer ?? "" })],
            Clauses = [.. plan.Clauses.Select(c => new ClauseSketch { Id = c.Id, Where = c.Where, Gist = c.Gist })],
        };
    }

    private static LadderSketch Ladder(DutyKind kind, Ladder ladder) => new()
    {
        Kind = kind,
        Weekly = ladder.Weekly,
        Rungs = [.. ladder.Rungs.Select(r => new RungSketch { Id = r.Id, AtIssue = r.Offset is null, Offset = r.Offset, At = r.At, To = [.. r.To] })],
    };

    private static SettingsSketch Settings(PlanSettings settings) => new()
    {
        DigestAt = settings.DigestAt,
        CloseOfBusiness = settings.CloseOfBusiness,
        LongRestDays = settings.LongRestDays,
        ReviewWorkdays = settings.ReviewWorkdays,
        CorrectionWorkdays = settings.CorrectionWorkdays,
        SlowTaskDays = settings.SlowTaskDays,
        StaleTaskDays = settings.StaleTaskDays,
        OfficePhone = settings.OfficePhone,
    };

    private static DomainSketch Domain(DomainPlan domain) => new()
    {
        Id = domain.Id,
        Name = domain.Name,
        Goal = domain.Goal,
        Lead = domain.Lead.Value,
        Sections = [.. domain.Sections.Select(s => new NamedSketch { Id = s.Id, Text = s.Name })],
        Cooperating = [.. domain.Cooperating.Select(u => u.Value)],
    };

    private static PhaseSketch Phase(PhasePlan phase) => new()
    {
        Id = phase.Id.Value,
        Title = phase.Title,
        From = phase.Window.From,
        To = phase.Window.To,
        Goals = [.. phase.Goals.Select(g => new NamedSketch { Id = g.Id, Text = g.Text })],
    };

    private static DutySketch Duty(DutyPlan duty, Plan plan)
    {
        var (once, monthly) = (duty.Schedule as DutySchedule.Once, duty.Schedule as DutySchedule.Monthly);
        return new DutySketch
        {
            Id = duty.Id,
            Template = duty.Id,
            Kind = duty.Kind,
            Title = duty.Title,
            Form = once is not null ? DutyForm.Once : monthly is not null ? DutyForm.Monthly : DutyForm.Undated,
            Due = once?.Due,
            OpensOn = once?.OpensOn,
            Day = monthly?.Day,
            FirstMonth = monthly?.From,
            LastMonth = monthly?.To,
            ByAll = duty.OwedBy.Count == plan.Units.Count,
            OwedBy = [.. duty.OwedBy.Select(u => u.Value)],
        };
    }
}
