using System.Text.RegularExpressions;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The statistics table: its rows, its columns, and what is said of its columns.</summary>
internal sealed partial class TablePart
{
    private readonly Declared _declared;
    private readonly DeclaredIds _codes;
    private readonly List<TableColumn> _columns = [];

    private TablePart(Declared declared)
    {
        _declared = declared;
        _codes = new("column", PlanProblemCode.ColumnUnknown, declared.Problems);
    }

    public static TableForm Read(Fields fields, Declared declared) => new TablePart(declared).Table(fields);

    private TableForm Table(Fields fields)
    {
        var (title, sections) = (fields.Text("title"), Sections(fields));
        foreach (var node in fields.Items("columns", PlanLimits.Entries, least: 1))
        {
            _columns.Add(Column(new Fields(node, _declared.Problems)));
        }

        var table = new TableForm(title, sections, _columns, Without(fields), Joint(fields), Rules(fields), Outliers(fields));
        fields.Close();
        return table;
    }

    private IReadOnlyList<TableSection> Sections(Fields fields)
    {
        var ids = new DeclaredIds("table section", "", _declared.Problems);
        return [.. fields.Items("sections", PlanLimits.Entries, least: 1).Select(node => Section(new Fields(node, _declared.Problems), ids))];
    }

    private TableSection Section(Fields fields, DeclaredIds ids)
    {
        var id = fields.Id("id");
        ids.Declare(id, fields.At("id"));
        var section = new TableSection(id, fields.Text("name"), _declared.Domains.Reference(fields, "domain"));
        fields.Close();
        return section;
    }

    private TableColumn Column(Fields fields)
    {
        var code = fields.Text("code", PlanLimits.ColumnCode);
        if (code.Length > 0 && !Code().IsMatch(code))
        {
            _declared.Problems.Add(fields.At("code"), PlanProblemCode.CodeInvalid, $"{Problems.Quote(code)} is no column code: use letters and digits only, a small letter first, such as samplesFailed");
        }

        _codes.Declare(code, fields.At("code"));
        var column = new TableColumn(code, fields.Text("name"), fields.Text("unit"), fields.Choice<FigureKind>("kind") ?? default, fields.Text("group"));
        fields.Close();
        return column;
    }

    private Dictionary<TableProfile, IReadOnlyList<string>> Without(Fields fields)
    {
        var without = new Dictionary<TableProfile, IReadOnlyList<string>>();
        if (!fields.Has("without"))
        {
            return without;
        }

        var inner = fields.Inner("without");
        foreach (var profile in Enum.GetValues<TableProfile>().Where(p => inner.Has(Fields.WordOf(p))))
        {
            var codes = inner.Texts(Fields.WordOf(profile), PlanLimits.Entries);
            foreach (var (code, at) in codes)
            {
                Require(code, at);
            }

            without.Add(profile, [.. codes.Select(c => c.Text)]);
        }

        inner.Close();
        return without;
    }

    private string? Joint(Fields fields) => fields.Has("joint") ? Reference(fields, "joint") : null;

    private List<FigureRule> Rules(Fields fields)
    {
        var rules = new List<FigureRule>();
        foreach (var node in fields.Has("rules") ? fields.Items("rules", PlanLimits.Entries) : [])
        {
            var entry = new Fields(node, _declared.Problems);
            var rule = new FigureRule(Reference(entry, "lower"), Reference(entry, "upper"));
            entry.Close();
            Fits(entry, rule);
            if (rule is { Lower.Length: > 0, Upper.Length: > 0 } && rules.Contains(rule))
            {
                entry.Twice(entry.Place, $"{rule.Lower} ≤ {rule.Upper}");
            }

            rules.Add(rule);
        }

        return rules;
    }

    /// <summary>A column is not held against itself, nor a number of things against money.</summary>
    private void Fits(Fields entry, FigureRule rule)
    {
        var (lower, upper) = (_columns.Find(c => c.Code == rule.Lower), _columns.Find(c => c.Code == rule.Upper));
        if (lower is not null && upper is not null && (lower == upper || lower.Kind != upper.Kind))
        {
            _declared.Problems.Add(entry.Place, PlanProblemCode.RuleUnfit, $"{Problems.Quote(rule.Lower)} cannot be held against {Problems.Quote(rule.Upper)}: a rule needs two columns of one kind");
        }
    }

    private static OutlierRule? Outliers(Fields fields)
    {
        if (!fields.Has("outliers"))
        {
            return null;
        }

        var inner = fields.Inner("outliers");
        var rule = new OutlierRule(inner.Whole("times", 2, 100) ?? default, inner.Whole("months", 1, 24) ?? default);
        inner.Close();
        return rule;
    }

    private string Reference(Fields fields, string name)
    {
        var code = fields.Text(name);
        Require(code, fields.At(name));
        return code;
    }

    /// <summary>Without any columns that one mistake is told; what is said of them need not repeat it.</summary>
    private void Require(string code, PlanPosition at)
    {
        if (_columns.Count > 0)
        {
            _codes.Require(code, at);
        }
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
