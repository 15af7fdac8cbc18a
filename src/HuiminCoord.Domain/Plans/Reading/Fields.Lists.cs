namespace HuiminCoord.Domain.Plans.Reading;

/// <content>Lists of texts and of words, and windows of days.</content>
internal sealed partial class Fields
{
    /// <summary>Texts with their places; a list that may be left out is then empty.</summary>
    public IReadOnlyList<(string Text, PlanPosition At)> TextsIfAny(string name, int most) => Has(name) ? Texts(name, most) : [];

    /// <summary>The texts of a required list with their places, without those that are not texts or come twice.</summary>
    public IReadOnlyList<(string Text, PlanPosition At)> Texts(string name, int most, int least = 0)
    {
        var texts = new Dictionary<string, PlanPosition>();
        foreach (var node in Items(name, most, least))
        {
            var text = TextOf(node, $"an entry of '{name}'", PlanLimits.ShortText);
            if (text.Length > 0 && !texts.TryAdd(text, node.At))
            {
                Twice(node.At, text);
            }
        }

        return [.. texts.OrderBy(t => t.Value.Line).ThenBy(t => t.Value.Column).Select(t => (t.Key, t.Value))];
    }

    /// <summary>Words of a list that stand for members of <typeparamref name="T"/>, in the order written.</summary>
    public IReadOnlyList<T> Choices<T>(string name, int most)
        where T : struct, Enum
    {
        var members = new List<T>();
        foreach (var node in Items(name, most))
        {
            if (ChoiceOf<T>(node, $"an entry of '{name}'") is not { } member)
            {
                continue;
            }

            if (members.Contains(member))
            {
                Twice(node.At, WordOf(member));
                continue;
            }

            members.Add(member);
        }

        return members;
    }

    /// <summary>Tells that a list names the same thing twice.</summary>
    public void Twice(PlanPosition at, string text) =>
        Problems.Add(at, PlanProblemCode.ListDuplicate, $"{Problems.Quote(text)} is listed twice");

    /// <summary>A required window of days; null after a mistake, also when it is reversed.</summary>
    public DateWindow? Window(string name)
    {
        var inner = Inner(name);
        var from = inner.Day("from");
        var to = inner.Day("to");
        inner.Close();
        if (from is null || to is null)
        {
            return null;
        }

        if (from > to)
        {
            Problems.Add(At(name), PlanProblemCode.WindowReversed, $"'{name}' ends on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}");
            return null;
        }

        return new DateWindow(from.Value, to.Value);
    }
}
