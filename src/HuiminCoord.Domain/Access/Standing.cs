using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Access;

/// <summary>For which seats somebody stands at a moment: the own one, and those of colleagues whose absence is announced.</summary>
/// <remarks>An absence hands everything over for its days and takes it back by itself; nobody has to switch anything.</remarks>
/// <param name="Seat">The seat that is held.</param>
/// <param name="StandsInFor">Absent seats whose work it does meanwhile.</param>
public sealed record Standing(SeatAddress Seat, IReadOnlyList<SeatAddress> StandsInFor)
{
    /// <summary>The inboxes that are open to it.</summary>
    public IEnumerable<string> Inboxes => Seats.Select(s => s.Inbox).OfType<string>().Distinct();

    private IEnumerable<SeatAddress> Seats => [Seat, .. StandsInFor];

    /// <summary>The seats whose work a seat does while they are absent; the first one that is there does it.</summary>
    public static IReadOnlyList<SeatAddress> CoveredBy(SeatAddress seat) => seat switch
    {
        { Role: SeatRole.Deputy, Unit: { } unit } => [SeatAddress.Of(unit, SeatKind.Liaison), SeatAddress.Of(unit, SeatKind.Leader)],
        { Role: SeatRole.OfficeDirector } => [new SeatAddress(SeatRole.Convenor)],
        { Role: SeatRole.OfficeStaff } => [new SeatAddress(SeatRole.OfficeDirector)],
        _ => [],
    };

    /// <summary>The seats that do a seat's work while it is absent; none for one that nobody stands in for.</summary>
    public static IReadOnlyList<SeatAddress> Covering(SeatAddress seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        SeatAddress[] others = seat.Unit is { } unit ? [SeatAddress.Of(unit, SeatKind.Deputy)] : [new(SeatRole.OfficeDirector), new(SeatRole.OfficeStaff)];
        return [.. others.Where(o => CoveredBy(o).Contains(seat))];
    }

    /// <summary>How far it reaches with an operation.</summary>
    public Reach ReachOf(AccessMatrix matrix, string operation) =>
        Seats.Aggregate(Reach.None, (reach, seat) => reach | matrix.Of(seat.Role, operation));

    /// <summary>How a unit stands to it.</summary>
    public Reach ToUnit(string unit) =>
        Seat.Unit?.Value != unit ? Reach.Other : Seat.Role == SeatRole.Section ? Reach.Parent : Reach.Own;

    /// <summary>How a task stands to it.</summary>
    /// <param name="lead">The unit that leads its domain.</param>
    /// <param name="section">Its lead section.</param>
    /// <param name="cooperating">Units that support it: it is theirs, too.</param>
    public Reach ToTask(string lead, string section, IEnumerable<string> cooperating)
    {
        var unit = Seat.Unit?.Value;
        return Seat.Role == SeatRole.Section
            ? unit != lead ? Reach.Other : Seat.Section == section ? Reach.Own : Reach.Parent
            : unit is not null && (unit == lead || cooperating.Contains(unit)) ? Reach.Own : Reach.Other;
    }
}
