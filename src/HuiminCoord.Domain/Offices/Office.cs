using HuiminCoord.Domain.Identity;
using Orleans;
using System.Collections.Immutable;

namespace HuiminCoord.Domain.Offices;

/// <summary>What the actor of the joint-meeting office keeps.</summary>
[Alias("office")]
public sealed record OfficeState
{
    /// <summary>Version of the plan; 0 = not begun.</summary>
    public int PlanVersion { get; init; }

    /// <summary>When the first version of the plan was issued.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>The office's own due-day summaries planned up to this instant have been given.</summary>
    public DateTimeOffset GivenThrough { get; init; }

    /// <summary>
    /// The own summaries given lately, as <c>duty/rung</c>, with the day for which they were planned: a paper that puts a 办理日
    /// off must not have its morning told twice.
    /// </summary>
    public ImmutableSortedDictionary<string, DateOnly> Given { get; init; } = ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal);

    /// <summary>Revision of the imported holiday papers that the office was told of; 0 = none.</summary>
    public int CalendarRevision { get; init; }
}

/// <summary>What the office's actor can be asked to do.</summary>
[GenerateSerializer, Immutable, Alias("office-command")]
public abstract record OfficeCommand
{
    /// <summary>The campaign issues its plan to the office.</summary>
    [GenerateSerializer, Immutable, Alias("office-command.begin")]
    public sealed record Begin(int PlanVersion, DateTimeOffset IssuedAt) : OfficeCommand;

    /// <summary>The campaign works by a holiday paper that was imported: due days and the next morning may be others.</summary>
    [GenerateSerializer, Immutable, Alias("office-command.adopt-calendar")]
    public sealed record AdoptCalendar(int Revision, string Paper) : OfficeCommand;
}

/// <summary>What happened to the office.</summary>
[Alias("office-event")]
public abstract record OfficeEvent
{
    /// <summary>The plan reached the office.</summary>
    [Alias("office.begun")]
    public sealed record Begun(int PlanVersion, DateTimeOffset IssuedAt) : OfficeEvent;

    /// <summary>One message was written for the office or the convenor.</summary>
    /// <param name="At">The instant of the wake.</param>
    /// <param name="Slot">Minute for which it stands, Asia/Shanghai.</param>
    /// <param name="Steps">Steps that it delivers; steps of units were pending until now.</param>
    /// <param name="Counts">How each duty it speaks of stands.</param>
    [Alias("office.composed")]
    public sealed record Composed(DateTimeOffset At, string Slot, string Recipient, IReadOnlyList<OfficeStep> Steps, IReadOnlyList<DutyCount> Counts, IReadOnlyList<string> WithoutLiaison) : OfficeEvent;

    /// <summary>An imported holiday paper reached the office: kept so that its next wake is computed anew.</summary>
    [Alias("office.calendar-adopted")]
    public sealed record CalendarAdopted(int Revision, string Paper) : OfficeEvent;
}

/// <summary>A step addressed to the office or the convenor.</summary>
/// <param name="Actor">The unit, task or phase it came from; <c>office</c> for the office's own.</param>
/// <param name="Subject">Duty, task or phase that it is about.</param>
/// <param name="SupersededBy">The rung that says it instead; null = it is delivered.</param>
[GenerateSerializer, Immutable, Alias("office-step")]
public sealed record OfficeStep(string Actor, string Subject, string Rung, DateTimeOffset PlannedAt, string? SupersededBy);

/// <summary>How one duty stands over all units. Entered-late duties are not counted.</summary>
/// <param name="Owed">应报: units that owe it.</param>
/// <param name="Reported">已报, including what is being reviewed or was returned.</param>
/// <param name="AwaitingReview">待审.</param>
/// <param name="Extended">Not reported, but with a later date that was granted and has not passed.</param>
/// <param name="Silent">Names of the units that have not reported otherwise, in plan order.</param>
[GenerateSerializer, Immutable, Alias("duty-count")]
public sealed record DutyCount(DutyId Duty, string Title, DateOnly? Due, int Owed, int Reported, int AwaitingReview, int Extended, IReadOnlyList<string> Silent);

/// <summary>What the registers tell the office when it wakes.</summary>
/// <param name="Pending">Steps of other actors that wait for it, oldest first, with their recipient.</param>
/// <param name="Counts">How each duty that is due today or spoken of in a pending step stands.</param>
/// <param name="WithoutLiaison">Units that have nobody to reach but their leader.</param>
public sealed record OfficeFacts(IReadOnlyList<PendingStep> Pending, IReadOnlyList<DutyCount> Counts, IReadOnlyList<string> WithoutLiaison)
{
    /// <summary>Nothing waits.</summary>
    public static OfficeFacts None { get; } = new([], [], []);

    /// <summary>What the office itself owed of reports and has done.</summary>
    public IReadOnlySet<OfficeDutyAt> Done { get; init; } = new HashSet<OfficeDutyAt>();
}

/// <summary>A step that waits for the office's actor.</summary>
public sealed record PendingStep(string Recipient, string Actor, string Subject, string Rung, DateTimeOffset PlannedAt);
