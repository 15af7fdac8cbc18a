using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The tasks. Units that support a task are those of its domain unless the task names its own.</summary>
internal sealed class TasksPart
{
    private readonly Declared _declared;
    private readonly IReadOnlyList<DomainPlan> _domains;
    private readonly DeclaredIds _ids;
    private readonly HashSet<(string Domain, int Number)> _numbers = [];

    private TasksPart(Declared declared, IReadOnlyList<DomainPlan> domains)
    {
        _declared = declared;
        _domains = domains;
        _ids = new DeclaredIds("task", "", declared.Problems);
    }

    public static IReadOnlyList<TaskPlan> Read(Fields fields, Declared declared, IReadOnlyList<DomainPlan> domains)
    {
        var part = new TasksPart(declared, domains);
        return [.. fields.Items("tasks", PlanLimits.Tasks).Select(node => part.Task(new Fields(node, declared.Problems)))];
    }

    private TaskPlan Task(Fields fields)
    {
        var id = fields.Id("id");
        _ids.Declare(id, fields.At("id"));
        var domainId = _declared.Domains.Reference(fields, "domain");
        var domain = _domains.FirstOrDefault(d => d.Id == domainId && domainId.Length > 0);
        var task = new TaskPlan(
            IdText.IsValid(id) ? new TaskId(id) : default,
            domainId,
            Number(fields, domainId),
            fields.Text("title"),
            Section(fields, domain),
            fields.Has("cooperating") ? _declared.Units.References(fields, "cooperating") : domain?.Cooperating ?? [],
            [.. fields.TextsIfAny("venues", PlanLimits.Entries).Select(v => v.Text)],
            _declared.Clauses.Reference(fields, "clause"));
        fields.Close();
        return task;
    }

    private int Number(Fields fields, string domain)
    {
        if (fields.Whole("number", 1, 999) is not { } number)
        {
            return default;
        }

        if (domain.Length > 0 && !_numbers.Add((domain, number)))
        {
            _declared.Problems.Add(fields.At("number"), PlanProblemCode.TaskNumberDuplicate, $"the domain {Problems.Quote(domain)} already has a task {number}");
        }

        return number;
    }

    private string Section(Fields fields, DomainPlan? domain)
    {
        var section = fields.Text("section");
        if (section.Length > 0 && domain is { Sections.Count: > 0 } && domain.Sections.All(s => s.Id != section))
        {
            var hint = _declared.Problems.Nearest.Hint(section, domain.Sections.Select(s => s.Id));
            _declared.Problems.Add(fields.At("section"), PlanProblemCode.SectionUnknown, $"the domain {Problems.Quote(domain.Id)} has no section {Problems.Quote(section)}{hint}");
        }

        return section;
    }
}
