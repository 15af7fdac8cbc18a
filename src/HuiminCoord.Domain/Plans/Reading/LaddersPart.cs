namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The ladders of reminders, one per kind of duty.</summary>
internal static class LaddersPart
{
    /// <summary>Decisions of meetings and findings of supervision become duties while the campaign runs.</summary>
    private static readonly DutyKind[] _alwaysNeeded = [DutyKind.Decision, DutyKind.Other];

    public static IReadOnlyDictionary<DutyKind, Ladder> Read(Fields fields, Declared declared)
    {
        var inner = fields.Inner("ladders");
        var ladders = new Dictionary<DutyKind, Ladder>();
        foreach (var kind in Enum.GetValues<DutyKind>())
        {
            var word = Fields.WordOf(kind);
            if (inner.Has(word))
            {
                ladders.Add(kind, Ladder(inner.Inner(word), kind, declared));
            }
            else if (_alwaysNeeded.Contains(kind) && inner.IsObject)
            {
                declared.Problems.Add(inner.Place, PlanProblemCode.LadderMissing, $"there is no ladder '{word}', which duties that arise while the campaign runs need");
            }
        }

        inner.Close();
        // Without any ladders that one mistake is told; each duty need not repeat it. Nor what was told here.
        declared.Ladders.UnionWith(inner.IsObject ? [.. ladders.Keys, .. _alwaysNeeded] : Enum.GetValues<DutyKind>());
        return ladders;
    }

    private static Ladder Ladder(Fields fields, DutyKind kind, Declared declared)
    {
        var rungs = new List<Rung>();
        var ids = new DeclaredIds("rung", "", declared.Problems);
        var order = new RungOrder(declared.Problems);
        foreach (var node in fields.Items("rungs", PlanLimits.Entries, least: 1))
        {
            var rung = Rung(new Fields(node, declared.Problems), ids, order);
            declared.Rungs.TryAdd((kind, rung.Id), node.At);
            rungs.Add(rung);
        }

        var ladder = new Ladder(rungs, fields.Whole("weekly", 0, 52) ?? default);
        fields.Close();
        return ladder;
    }

    private static Rung Rung(Fields fields, DeclaredIds ids, RungOrder order)
    {
        var id = fields.Id("id");
        ids.Declare(id, fields.At("id"));
        var offset = RungOffset.Read(fields);
        var at = fields.Time("at");
        order.Follow(offset, at, fields.Place);
        var to = fields.Choices<Role>("to", PlanLimits.Entries);
        if (fields.IsEmptyList("to"))
        {
            fields.Problems.Add(fields.At("to"), PlanProblemCode.RungNobody, "this reminder is sent to nobody");
        }

        fields.Close();
        return new Rung(id, offset?.Days, at ?? default, to);
    }
}
