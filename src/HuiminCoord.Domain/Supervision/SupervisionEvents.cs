using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Supervision;

/// <summary>What happened in a supervision group. Instants are campaign time.</summary>
[Alias("supervision-event")]
public abstract record SupervisionEvent
{
    /// <summary>The mandate was recorded.</summary>
    [Alias("supervision.mandate-recorded")]
    public sealed record MandateRecorded(SupervisionMandate Mandate, DateTimeOffset At) : SupervisionEvent;

    /// <summary>The group added a line to its checklist.</summary>
    [Alias("supervision.line-added")]
    public sealed record LineAdded(string Text) : SupervisionEvent;

    /// <summary>A visit was planned, recorded or worded otherwise.</summary>
    /// <param name="Visit">As it stands now, without its files.</param>
    [Alias("supervision.visit-recorded")]
    public sealed record VisitRecorded(SupervisionVisit Visit, DateTimeOffset At) : SupervisionEvent;

    /// <summary>Photographs and papers were added to a visit.</summary>
    [Alias("supervision.files-added")]
    public sealed record FilesAdded(string Visit, IReadOnlyList<FileRef> Files) : SupervisionEvent;

    /// <summary>A problem was entered.</summary>
    [Alias("supervision.problem-added")]
    public sealed record ProblemAdded(int Number, UnitId Unit, TaskId? Task, string Text, DateOnly Due, string? Visit, DateTimeOffset At) : SupervisionEvent;

    /// <summary>The group checked what the unit says it has mended.</summary>
    /// <param name="Mended">True: it can be struck off once the unit's actor knows. False: it goes back.</param>
    [Alias("supervision.problem-checked")]
    public sealed record ProblemChecked(int Number, bool Mended, string Word, DateTimeOffset At) : SupervisionEvent;

    /// <summary>The group checked and struck off what no unit owes any more.</summary>
    [Alias("supervision.problem-struck-off")]
    public sealed record ProblemStruckOff(int Number, string Word, DateTimeOffset At) : SupervisionEvent;

    /// <summary>The unit's actor was told.</summary>
    [Alias("supervision.unit-told")]
    public sealed record UnitTold(int Number, ProblemStage Now, string? Refusal) : SupervisionEvent;

    /// <summary>The written report went to the office.</summary>
    [Alias("supervision.report-handed")]
    public sealed record ReportHanded(DateTimeOffset At) : SupervisionEvent;
}
