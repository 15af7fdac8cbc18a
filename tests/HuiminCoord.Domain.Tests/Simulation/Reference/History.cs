using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>Everything that a unit ever did, as registers would show it. Filled by the model, and by the rules' events.</summary>
internal sealed class History
{
    public List<string> Opened { get; } = [];

    public List<Report> Reports { get; } = [];

    public List<string> Closed { get; } = [];

    public List<Step> Steps { get; } = [];

    public List<Telling> Tellings { get; } = [];

    public List<AtOnce> AtOnce { get; } = [];

    public List<Revision> Revisions { get; } = [];

    public List<Amendment> Amendments { get; } = [];

    /// <summary>Reviews that began: the duty and its parts.</summary>
    public List<string> Reviews { get; } = [];

    public List<Withdrawal> Withdrawals { get; } = [];
}

internal sealed record Report(string Duty, DateTime? At, bool? OnTime, int LateWorkdays);

internal sealed record Step(DateTime Slot, string Duty, string Rung, string Recipient, DateTime PlannedAt, StepFate Fate, string? By)
{
    /// <summary>Within one slot order means nothing: by duty, rung and recipient.</summary>
    public static int ByName(Step a, Step b)
    {
        var duty = string.CompareOrdinal(a.Duty, b.Duty);
        var rung = duty != 0 ? duty : string.CompareOrdinal(a.Rung, b.Rung);
        return rung != 0 ? rung : string.CompareOrdinal(a.Recipient, b.Recipient);
    }
}

/// <summary>Recipients and changes are joined in ordinal order.</summary>
internal sealed record Telling(DateTime Slot, string Recipients, string Changes);

internal sealed record AtOnce(DateTime At, string Kind, string Duty, string? To);

/// <param name="Duties">With the day on which each can be done, and a question mark while that is provisional.</param>
/// <param name="Moved">Reminders not given that are planned for another time, in ordinal order.</param>
internal sealed record Revision(DateOnly KnownOn, string Paper, string Duties, string? Reason, string Moved)
{
    public static string Move(string duty, string rung, DateTime? from, DateTime? to) => $"{duty}/{rung}:{from:MM-ddTHH:mm}>{to:MM-ddTHH:mm}";
}

/// <summary>Something was taken back.</summary>
/// <param name="Parts">What each part is then, in ordinal order: <c>summary=Open table=Returned</c>.</param>
/// <param name="Passed">Rungs passed over, in ordinal order.</param>
internal sealed record Withdrawal(DateTime At, string Duty, string Parts, bool Unreported, DateOnly? CorrectionDue, string Passed)
{
    public static string Text<T>(IEnumerable<KeyValuePair<string, T>> parts) => string.Join(' ', parts.Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal));
}

/// <summary>A version of the plan reached a unit that worked by an earlier one.</summary>
/// <param name="At">When it was issued; when the unit left, the time at which it reached the unit.</param>
/// <param name="Replanned">Duties with another date, joined in ordinal order; so are those that ended.</param>
internal sealed record Amendment(int Version, DateTime At, string Replanned, string Ended)
{
    /// <summary>The version does not name the unit.</summary>
    public bool Left { get; init; }

    public static Amendment Of(int version, DateTime at, IEnumerable<string> replanned, IEnumerable<string> ended) =>
        new(version, at, string.Join(' ', replanned.Order(StringComparer.Ordinal)), string.Join(' ', ended.Order(StringComparer.Ordinal)));
}
