using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>Who is a member of a sketched plan. What refers to a unit that leaves, or joins, follows.</summary>
public static class SketchMembers
{
    /// <summary>Adds a member that has no domain yet.</summary>
    /// <returns>False when the id is malformed or taken: then nothing changes.</returns>
    public static bool Add(PlanSketch sketch, string id, string name)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        if (!IdText.IsValid(id) || sketch.Units.Exists(u => u.Id == id))
        {
            return false;
        }

        sketch.Units.Add(new UnitSketch { Id = id, Name = name });
        return true;
    }

    /// <summary>Takes a member out. What it led goes to the convening unit; a convening unit gives way to the first of the others.</summary>
    public static void Remove(PlanSketch sketch, string id)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        sketch.Units.RemoveAll(u => u.Id == id);
        if (sketch.Convenor == id)
        {
            sketch.Convenor = sketch.Units.FirstOrDefault()?.Id ?? "";
        }

        foreach (var domain in sketch.Domains)
        {
            domain.Lead = domain.Lead == id ? sketch.Convenor : domain.Lead;
            domain.Cooperating.RemoveAll(u => u == id || u == domain.Lead);
        }

        sketch.Duties.ForEach(d => d.OwedBy.Remove(id));
    }

    /// <summary>Says how a unit takes part in a domain.</summary>
    public static void Take(PlanSketch sketch, string unit, DomainSketch domain, DomainShare share)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        ArgumentNullException.ThrowIfNull(domain);
        domain.Cooperating.Remove(unit);
        if (share == DomainShare.Leads)
        {
            domain.Lead = unit;
        }
        else if (domain.Lead == unit)
        {
            // A domain always has a lead: the convening unit, unless it is just the one that gives it up.
            domain.Lead = sketch.Convenor == unit ? "" : sketch.Convenor;
            domain.Cooperating.Remove(domain.Lead);
        }

        if (share == DomainShare.Cooperates)
        {
            domain.Cooperating.Add(unit);
        }

        var order = sketch.Units.Select(u => u.Id).ToList();
        domain.Cooperating.Sort((a, b) => order.IndexOf(a).CompareTo(order.IndexOf(b)));
    }

    /// <summary>How a unit takes part in a domain.</summary>
    public static DomainShare Share(DomainSketch domain, string unit)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return domain.Lead == unit ? DomainShare.Leads : domain.Cooperating.Contains(unit) ? DomainShare.Cooperates : DomainShare.None;
    }
}

/// <summary>How a unit takes part in a domain.</summary>
public enum DomainShare
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>配合.</summary>
    Cooperates,

    /// <summary>牵头.</summary>
    Leads,
}
