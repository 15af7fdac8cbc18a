using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What a meeting may have to speak of, as the models of the units have it.</summary>
internal sealed record ReferenceFacts(DateOnly Today, IReadOnlyList<OwedFact> Owed, IReadOnlyList<SeatFact> Seats)
{
    /// <summary>How items are put into words, by id: another sentence makes another agenda.</summary>
    public IReadOnlyDictionary<string, string> Sentences { get; init; } = new Dictionary<string, string>();

    /// <summary>Open decisions all of them; otherwise what is late, came back, or waits for a later date. What was entered late is nobody's fault.</summary>
    public static ReferenceFacts Of(IEnumerable<ReferenceUnit> units, DateOnly today)
    {
        var (owed, seats) = (new List<OwedFact>(), new List<SeatFact>());
        foreach (var unit in units)
        {
            owed.AddRange(unit.Open.Where(d => !d.EnteredLate).Select(d => new OwedFact(unit.World.Unit.Id, d.Id, d.Kind, d.Due, d.Parts.ContainsValue(Stage.Returned), d.Reported, d.Asked)).Where(o => o.IsSpokenOf(today)));
            if (unit.Proposal is { Term: null } asked)
            {
                seats.Add(new(unit.World.Unit.Id, asked.Holder));
            }
        }

        return new(today, owed, seats);
    }
}

/// <summary>Something that a unit owes.</summary>
internal sealed record OwedFact(UnitId Unit, string Duty, DutyKind Kind, DateOnly? Due, bool Returned, bool Reported, DateOnly? Asked)
{
    public string Row => $"obligation/{Unit}/{Duty}";

    public bool IsSpokenOf(DateOnly today) => Kind == DutyKind.Decision || Returned || Asked is not null || (!Reported && Due < today);
}

/// <summary>Who shall sit for a unit, while the meeting has not decided.</summary>
internal sealed record SeatFact(UnitId Unit, string Holder);
