using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Supervision;

/// <summary>What a supervision group's actor can be asked to do.</summary>
[GenerateSerializer, Immutable, Alias("supervision-command")]
public abstract record SupervisionCommand
{
    /// <summary>The group's mandate is recorded, or recorded otherwise.</summary>
    [GenerateSerializer, Immutable, Alias("supervision-command.record-mandate")]
    public sealed record RecordMandate(SupervisionMandate Mandate) : SupervisionCommand;

    /// <summary>The group adds a line of its own to its checklist.</summary>
    [GenerateSerializer, Immutable, Alias("supervision-command.add-line")]
    public sealed record AddLine(string Text) : SupervisionCommand;

    /// <summary>The group plans or records a visit, or words it otherwise. Its files stay.</summary>
    /// <param name="Seen">Which revision the writer saw; null = whatever is there.</param>
    [GenerateSerializer, Immutable, Alias("supervision-command.record-visit")]
    public sealed record RecordVisit(string Id, DateOnly Day, UnitId Unit, string Place, IReadOnlyList<string> Lines, string Achievements, string Highlights, int? Seen = null) : SupervisionCommand;

    /// <summary>The group adds photographs and papers to a visit.</summary>
    [GenerateSerializer, Immutable, Alias("supervision-command.add-files")]
    public sealed record AddFiles(string Visit, IReadOnlyList<FileRef> Files) : SupervisionCommand;

    /// <summary>The group enters a problem: the unit owes its mending from then on.</summary>
    [GenerateSerializer, Immutable, Alias("supervision-command.add-problem")]
    public sealed record AddProblem(UnitId Unit, TaskId? Task, string Text, DateOnly Due, string? Visit) : SupervisionCommand;

    /// <summary>销号: the group has checked, and the problem is mended.</summary>
    /// <param name="Word">What the check showed.</param>
    [GenerateSerializer, Immutable, Alias("supervision-command.strike-off")]
    public sealed record StrikeOff(int Number, string Word) : SupervisionCommand;

    /// <summary>The group has checked, and the problem is not mended.</summary>
    /// <param name="Word">What is still to be done.</param>
    [GenerateSerializer, Immutable, Alias("supervision-command.send-back")]
    public sealed record SendBack(int Number, string Word) : SupervisionCommand;

    /// <summary>The group hands its written report to the office.</summary>
    [GenerateSerializer, Immutable, Alias("supervision-command.hand-report")]
    public sealed record HandReport : SupervisionCommand;

    /// <summary>The group's own pump: the unit's actor was told.</summary>
    /// <param name="Refusal">Why it did not take it; null = it did.</param>
    [GenerateSerializer, Immutable, Alias("supervision-command.confirm-told")]
    public sealed record ConfirmTold(int Number, ProblemStage Was, string? Refusal) : SupervisionCommand;
}
