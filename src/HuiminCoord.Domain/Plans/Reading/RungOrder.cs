namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Rungs stand earliest first, no two at one moment: the issue of the plan, then by working day and time of day.</summary>
internal sealed class RungOrder(Problems problems)
{
    private (int Day, TimeOnly At)? _last;

    /// <summary>Measures the next rung; one whose moment is not known is passed over.</summary>
    public void Follow(RungOffset? offset, TimeOnly? at, PlanPosition place)
    {
        if (offset is null || at is null)
        {
            return;
        }

        var moment = (offset.Value.Days ?? int.MinValue, at.Value);
        if (_last is { } last && moment.CompareTo(last) < 0)
        {
            problems.Add(place, PlanProblemCode.RungOrder, "this reminder comes before the one listed above it; list the earliest first");
        }
        else if (_last == moment)
        {
            problems.Add(place, PlanProblemCode.RungDuplicate, "this reminder comes at the same moment as the one listed above it");
        }

        _last = moment;
    }
}
