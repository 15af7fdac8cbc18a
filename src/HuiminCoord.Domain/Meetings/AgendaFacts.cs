using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What the registers say at an instant, as far as a meeting may have to speak of it.</summary>
/// <param name="Today">Asia/Shanghai.</param>
/// <param name="Duties">What units owe and what is late, came back, or was asked a later date for; open decisions, late or not.</param>
/// <param name="Tasks">Tasks that wait for coordination.</param>
/// <param name="Gates">Phases whose gate is near or was missed.</param>
/// <param name="Members">Changes of members and of member units that wait for the meeting; null = none.</param>
public sealed record AgendaFacts(
    DateOnly Today, IReadOnlyList<AgendaDuty> Duties, IReadOnlyList<AgendaTask> Tasks, IReadOnlyList<AgendaGate> Gates, IReadOnlyList<AgendaMember>? Members = null)
{
    /// <summary>Problems of supervision that are not struck off. What units owe for them is not among <see cref="Duties"/>.</summary>
    public IReadOnlyList<AgendaProblem> Problems { get; init; } = [];
}

/// <summary>One open duty.</summary>
/// <param name="Due">报送时限; null where the plan names no date.</param>
/// <param name="Returned">退回修改.</param>
/// <param name="Reported">已报: everything was first handed in.</param>
/// <param name="AskedUntil">The later date that is asked for and not decided.</param>
/// <param name="AskedBecause">Why.</param>
public sealed record AgendaDuty(UnitId Unit, DutyId Duty, DutyKind Kind, string Title, DateOnly? Due, bool Returned, bool Reported, DateOnly? AskedUntil = null, string? AskedBecause = null)
{
    /// <summary>逾期未报 on the day.</summary>
    public bool IsLate(DateOnly today) => !Reported && Due < today;
}

/// <summary>A task that waits for coordination.</summary>
/// <param name="Since">Shanghai date of the asking.</param>
/// <param name="What">What is stuck, in the words of the unit.</param>
/// <param name="Proposal">What would help; may be empty.</param>
/// <param name="Dispute">The units that disagree on whose work it is (分工争议), the one that asked first; null = something else is stuck.</param>
public sealed record AgendaTask(TaskId Task, DateOnly Since, string What, string Proposal, (UnitId By, UnitId With)? Dispute = null);

/// <summary>A phase whose gate is near or was missed.</summary>
/// <param name="ClosesOn">Its last day.</param>
/// <param name="GoalsOpen">Goals that nobody has recorded.</param>
public sealed record AgendaGate(PhaseId Phase, string Title, DateOnly ClosesOn, int GoalsOpen);

/// <summary>A change that only the joint meeting may decide: 五、（一）.</summary>
/// <param name="Name">Who shall sit there, or what the unit is called.</param>
/// <param name="Title">The post of the former; the domains of a unit that joins; may be empty.</param>
/// <param name="Before">Who sits there now; null = nobody was named.</param>
/// <param name="From">First day that is wished for; null = as soon as the meeting agrees.</param>
/// <param name="Reason">Why.</param>
public sealed record AgendaMember(MemberMatterKind Kind, UnitId Unit, string Name, string Title, string? Before, DateOnly? From, string Reason)
{
    /// <summary>Exactly what is asked for: another person, another name or other domains are another matter.</summary>
    public string Subject => Kind == MemberMatterKind.Seat ? Name : $"{Kind}|{Name}|{Title}";

    /// <summary>A unit that shall join or leave.</summary>
    /// <param name="wish">As the campaign keeps it.</param>
    /// <param name="plan">The plan in force: it names domains.</param>
    public static AgendaMember Of(MembershipWish wish, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(plan);
        return new(
            wish.Change == MembershipChange.Add ? MemberMatterKind.Add : MemberMatterKind.Remove, wish.Unit, wish.Name, string.Join("、", wish.Domains.Select(d => plan.Domain(d)?.Name ?? d)), null, null, wish.Reason);
    }
}

/// <summary>What changes.</summary>
public enum MemberMatterKind
{
    /// <summary>Who sits for a unit.</summary>
    Seat,

    /// <summary>A unit joins.</summary>
    Add,

    /// <summary>A unit leaves.</summary>
    Remove,
}

/// <summary>A problem of supervision that is not struck off.</summary>
/// <param name="Row">The register's row: <c>problem/du-2/4</c>.</param>
/// <param name="Name">督2-04.</param>
/// <param name="Due">The date in force.</param>
/// <param name="HandedIn">待复查: it waits for the group.</param>
/// <param name="AskedUntil">The later date that is asked for and not decided.</param>
public sealed record AgendaProblem(string Row, UnitId Unit, string Name, string Text, DateOnly Due, bool HandedIn, DateOnly? AskedUntil = null)
{
    /// <summary>逾期未改 on the day.</summary>
    public bool IsLate(DateOnly today) => !HandedIn && Due < today;
}
