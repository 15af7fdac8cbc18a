using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>What the units owe.</summary>
internal sealed class DutiesPart
{
    private const string MonthSuffix = "-2020-09";

    private readonly Declared _declared;
    private readonly DeclaredIds _ids;
    private readonly HashSet<DutyKind> _told = [];

    private DutiesPart(Declared declared)
    {
        _declared = declared;
        _ids = new DeclaredIds("duty", "", declared.Problems);
    }

    // Behind each part stand pages and rules; another word would be a part that nobody can fill in.
    private enum Part
    {
        Summary,
        Table,
    }

    public static IReadOnlyList<DutyPlan> Read(Fields fields, Declared declared)
    {
        var part = new DutiesPart(declared);
        return [.. fields.Items("duties", PlanLimits.Duties, least: 1).Select(node => part.Duty(new Fields(node, declared.Problems)))];
    }

    private DutyPlan Duty(Fields fields)
    {
        var id = fields.Id("id");
        var isNew = _ids.Declare(id, fields.At("id"));
        var kind = Kind(fields);
        var schedule = SchedulePart.Read(fields, kind, _declared);
        var duty = new DutyPlan(
            id,
            kind ?? default,
            fields.Text("title"),
            _declared.Clauses.Reference(fields, "clause"),
            OwedBy(fields),
            schedule ?? new DutySchedule.Undated(),
            fields.Has("parts") ? [.. fields.Choices<Part>("parts", PlanLimits.Entries).Select(Fields.WordOf)] : [],
            Phase(fields));
        fields.Close();
        if (isNew && IdText.IsValid(id) && duty.Schedule is DutySchedule.Monthly)
        {
            Months(duty, fields.At("id"));
        }

        return duty;
    }

    private DutyKind? Kind(Fields fields)
    {
        var kind = fields.Choice<DutyKind>("kind");
        if (kind is { } known && !_declared.Ladders.Contains(known) && _told.Add(known))
        {
            _declared.Problems.Add(fields.At("kind"), PlanProblemCode.LadderMissing, $"there is no ladder '{Fields.WordOf(known)}' to remind of this duty");
        }

        return kind;
    }

    private IReadOnlyList<UnitId> OwedBy(Fields fields)
    {
        var units = _declared.Units.References(fields, "owedBy");
        if (fields.IsEmptyList("owedBy"))
        {
            _declared.Problems.Add(fields.At("owedBy"), PlanProblemCode.DutyNobody, "nobody owes this duty");
        }

        return _declared.Units.InPlanOrder(units);
    }

    private PhaseId? Phase(Fields fields)
    {
        var phase = fields.Has("phase") ? _declared.Phases.Reference(fields, "phase") : "";
        return IdText.IsValid(phase) ? new PhaseId(phase) : null;
    }

    /// <summary>Each month's occurrence has an id of its own, which must be short enough and free.</summary>
    private void Months(DutyPlan duty, PlanPosition at)
    {
        if (duty.Id.Length + MonthSuffix.Length > IdText.MaxLength)
        {
            _declared.Problems.Add(at, PlanProblemCode.IdInvalid, $"{Problems.Quote(duty.Id)} is too long for a monthly duty: a month such as {MonthSuffix} must fit behind it, within {IdText.MaxLength} characters");
            return;
        }

        // The first clash is enough: the others have the same cause.
        _ = Occurrence.Of(duty).All(o => _ids.Declare(o.Id.Value, at));
    }
}
