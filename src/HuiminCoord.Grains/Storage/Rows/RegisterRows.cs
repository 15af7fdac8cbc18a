namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>A campaign as people see it.</summary>
public sealed class CampaignRow
{
    public required string Campaign { get; init; }

    public required string Title { get; set; }

    public required int PlanVersion { get; set; }

    public required string Stage { get; set; }

    /// <summary>JSON with everything that is only shown, never searched.</summary>
    public required string Payload { get; set; }
}

/// <summary>A member unit.</summary>
public sealed class UnitRow
{
    public required string Campaign { get; init; }

    public required string Unit { get; init; }

    public required string Name { get; set; }

    public required int SortOrder { get; set; }

    public required bool Active { get; set; }

    /// <summary>The plan version that the unit works by.</summary>
    public required int PlanVersion { get; set; }

    public required string Payload { get; set; }
}

/// <summary>What a unit owes. Dates are calendar days in Asia/Shanghai, instants are UTC.</summary>
public sealed class ObligationRow
{
    public required string Campaign { get; init; }

    public required string Unit { get; init; }

    public required string Duty { get; init; }

    public required string Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>The clause of the plan it comes from.</summary>
    public string? Clause { get; set; }

    /// <summary>报送时限; null where the plan names no date.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>办理日, the last working day on or before the due date.</summary>
    public DateOnly? DoBy { get; set; }

    public required bool Provisional { get; set; }

    public required string Stage { get; set; }

    /// <summary>JSON: the stage of each part.</summary>
    public required string Parts { get; set; }

    /// <summary>Dated before the plan was issued: it is never overdue.</summary>
    public required bool EnteredLate { get; set; }

    public DateTimeOffset? FirstCompleteAt { get; set; }

    public int? LateWorkdays { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public string? ExtensionStage { get; set; }

    public DateOnly? ExtensionTo { get; set; }

    public string? ExtensionReason { get; set; }

    /// <summary>已报: every part was first submitted or waived.</summary>
    public bool Reported { get; set; }

    /// <summary>按时; null while not reported, or when it cannot be late.</summary>
    public bool? OnTime { get; set; }

    /// <summary>修改时限 of returned parts.</summary>
    public DateOnly? CorrectionDue { get; set; }

    public required string Payload { get; set; }
}

/// <summary>Who holds a seat, from when to when (both days included).</summary>
public sealed class SeatRow
{
    public required string Campaign { get; init; }

    /// <summary>Empty for the office.</summary>
    public required string Unit { get; init; }

    public required string Seat { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    public required string Holder { get; init; }

    public string? Title { get; set; }

    public string? Phone { get; set; }

    public DateOnly? AbsentFrom { get; set; }

    public DateOnly? AbsentTo { get; set; }
}

/// <summary>A domain task.</summary>
public sealed class TaskRow
{
    public required string Campaign { get; init; }

    public required string Task { get; init; }

    public required string Domain { get; set; }

    public required string LeadUnit { get; set; }

    public required string Stage { get; set; }

    public int? Percent { get; set; }

    public DateTimeOffset? LastProgressAt { get; set; }

    /// <summary>Since when the task is 需协调解决.</summary>
    public DateTimeOffset? BlockedSince { get; set; }

    public required string Payload { get; set; }
}

/// <summary>A campaign phase; both days are included.</summary>
public sealed class PhaseRow
{
    public required string Campaign { get; init; }

    public required string Phase { get; init; }

    public required DateOnly OpensOn { get; set; }

    public required DateOnly ClosesOn { get; set; }

    public required string Stage { get; set; }

    public required string Payload { get; set; }
}

/// <summary>A text of a plan version as it was taken in; texts are never changed.</summary>
public sealed class PlanDocumentRow
{
    public required string Campaign { get; init; }

    public required int Version { get; init; }

    /// <summary>Names the text; empty where an earlier program stored it.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Among the texts of a version the one with the highest was stored last.</summary>
    public int Turn { get; init; } = 1;

    /// <summary>Keys of the callers who stored it, with a space between them.</summary>
    public string? StoredFor { get; init; }

    public required string Json { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}

/// <summary>Marks a database as a rehearsal; how far it got is what the last audit row says.</summary>
public sealed class RehearsalCursorRow
{
    public required string Campaign { get; init; }

    /// <summary>When the rehearsed campaign was issued.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>JSON of the driver.</summary>
    public required string Payload { get; set; }
}
