using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>One input of a unit as the log keeps it: a wake, or a command and whether it was carried out.</summary>
/// <param name="At">Wall-clock time of Asia/Shanghai.</param>
/// <param name="Command">Null for a wake.</param>
internal sealed record LogEntry(DateTime At, UnitCommand? Command, bool Accepted);

/// <summary>
/// A unit as the README of the rules describes it, recomputed from the first entry of its log. Knows the plan and the
/// papers; shares no code with the rules.
/// </summary>
internal sealed class ReferenceUnit(World world, KnownPapers papers)
{
    private readonly string _leader = world.Unit.Id + "/leader";
    private readonly string _liaison = world.Unit.Id + "/liaison";
    private readonly string _deputy = world.Unit.Id + "/deputy";

    public World World { get; } = world;

    /// <summary>The version that the unit works by, and what it says of the unit.</summary>
    public Plan Plan { get; set; } = world.Plan;

    public UnitPlan Unit { get; set; } = world.Unit;

    public KnownPapers Papers { get; } = papers;

    /// <summary>0 = the plan has not been issued to the unit.</summary>
    public int PlanVersion { get; set; }

    /// <summary>The version by which it ceased to be a member; 0 = it is one.</summary>
    public int LeftWith { get; set; }

    public DateTime IssuedAt { get; set; }

    public DateOnly OpenedThrough { get; set; }

    public DateTime DatesKnownAt { get; set; }

    public List<ReferenceDuty> Open { get; } = [];

    /// <summary>Planned duties that were open at some time, or passed over when their opening came.</summary>
    public HashSet<string> EverOpened { get; } = [];

    public Dictionary<SeatKind, ReferenceSeat> Seats { get; } = [];

    public List<string> AwaitedReceipts { get; } = [];

    /// <summary>A change of the unit's member that waits; null = none does.</summary>
    public ReferenceProposal? Proposal { get; set; }

    public ReferenceAnswer? Answer { get; set; }

    /// <summary>Changes not told yet, and when the first of them happened.</summary>
    public (DateTime Since, List<string> Items)? Changes { get; set; }

    public History History { get; } = new();

    public static ReferenceUnit Replay(World world, KnownPapers papers, IEnumerable<LogEntry> log)
    {
        var unit = new ReferenceUnit(world, papers);
        foreach (var entry in log)
        {
            unit.Take(entry);
        }

        return unit;
    }

    public void Take(LogEntry entry)
    {
        if (entry.Command is null)
        {
            ReferenceWakes.Wake(this, entry.At);
        }
        else if (entry.Accepted)
        {
            ReferenceCommands.Apply(this, entry.Command, entry.At);
        }
    }

    public KnownDays DaysAt(DateTime at) => Papers.At(at);

    public ReferenceDuty? Find(string id) => Open.Find(d => d.Id == id);

    public void Note(DateTime at, string change)
    {
        Changes ??= (at, []);
        if (!Changes.Value.Items.Contains(change))
        {
            Changes.Value.Items.Add(change);
        }
    }

    public List<ReferenceRung> RungsOf(ReferenceDuty duty, KnownDays days)
    {
        if (duty.Plan is not { } kept || kept.Edition != days.Edition)
        {
            kept = (days.Edition, Papers.Remembered(duty, days, Plan));
            (duty.Plan, duty.QuietUntil) = (kept, default);
        }

        return kept.Rungs;
    }

    /// <summary>Where a message for the role goes on that day; null = to nobody.</summary>
    public string? Route(Role role, DateOnly on) => role switch
    {
        Role.Liaison => Present(SeatKind.Liaison, on) ? Address(SeatKind.Liaison)
            : Present(SeatKind.Deputy, on) ? Address(SeatKind.Deputy)
            : Living(SeatKind.Leader, on) ? Address(SeatKind.Leader) : null,
        Role.Deputy => Present(SeatKind.Deputy, on) ? Address(SeatKind.Deputy) : null,
        Role.Leader => Living(SeatKind.Leader, on) ? Address(SeatKind.Leader) : null,
        Role.Office => "office",
        _ => "convenor",
    };

    public string OwnSeat(Role role) => Address(role switch
    {
        Role.Liaison => SeatKind.Liaison,
        Role.Deputy => SeatKind.Deputy,
        _ => SeatKind.Leader,
    });

    private bool Living(SeatKind kind, DateOnly on) => Seats.TryGetValue(kind, out var seat) && seat.From <= on && (seat.Until ?? on) >= on;

    private bool Present(SeatKind kind, DateOnly on) => Living(kind, on) && !(Seats[kind].Absence is var (from, until) && from <= on && on <= until);

    private string Address(SeatKind kind) => kind switch
    {
        SeatKind.Leader => _leader,
        SeatKind.Liaison => _liaison,
        _ => _deputy,
    };
}

/// <summary>Who sits there, in which term.</summary>
internal sealed record ReferenceSeat(string Holder, DateOnly From, DateOnly? Until, (DateOnly From, DateOnly Until)? Absence);
