namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The ids of one sort of thing, and the references to them.</summary>
/// <param name="sort">What people call it: clause, task.</param>
/// <param name="unknown">Code of a reference to nothing; empty for things that nothing refers to.</param>
internal sealed class DeclaredIds(string sort, string unknown, Problems problems)
{
    private readonly Dictionary<string, PlanPosition> _declared = [];

    /// <summary>Notes an id, also a misspelled one; false when it is taken (told) or is not there.</summary>
    public bool Declare(string id, PlanPosition at)
    {
        if (id.Length == 0)
        {
            return false;
        }

        if (_declared.TryAdd(id, at))
        {
            return true;
        }

        problems.Add(at, PlanProblemCode.IdDuplicate, $"the {sort} id {Problems.Quote(id)} is already used in line {_declared[id].Line}");
        return false;
    }

    /// <summary>Reads a required reference and tells when it leads nowhere.</summary>
    public string Reference(Fields fields, string name)
    {
        var id = fields.Text(name);
        Require(id, fields.At(name));
        return id;
    }

    /// <summary>Tells when an id that stands somewhere leads nowhere.</summary>
    public void Require(string id, PlanPosition at)
    {
        if (id.Length > 0 && !_declared.ContainsKey(id))
        {
            var hint = problems.Nearest.Hint(id, _declared.Keys);
            problems.Add(at, unknown, $"there is no {sort} {Problems.Quote(id)}{hint}");
        }
    }
}
