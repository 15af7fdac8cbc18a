using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What is asked of a meeting that sits, and of its minutes. <c>By</c> is the login of whoever records.</summary>
public abstract partial record MeetingCommand
{
    /// <summary>It begins to sit; whoever says so records.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.begin")]
    public sealed record Begin(string By) : MeetingCommand;

    /// <summary>Another person records from now on.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.take-over")]
    public sealed record TakeOver(string By) : MeetingCommand;

    /// <summary>How units attend; the last entry of each holds.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.attend")]
    public sealed record Attend(string By, IReadOnlyList<Attendance> Units) : MeetingCommand;

    /// <summary>The item that is spoken of now; null = none.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.turn-to")]
    public sealed record TurnTo(string By, string? Item) : MeetingCommand;

    /// <summary>What was said to an item; empty = nothing.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.note")]
    public sealed record Note(string By, string Item, string Text) : MeetingCommand;

    /// <summary>The meeting decides.</summary>
    /// <param name="Item">Under which item; null = none.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.record-decision")]
    public sealed record RecordDecision(string By, string? Item, DecisionWording Wording) : MeetingCommand;

    /// <summary>A decision is worded otherwise.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.change-decision")]
    public sealed record ChangeDecision(string By, int Number, DecisionWording Wording) : MeetingCommand;

    /// <summary>A decision does not stand; it stays with its reason.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.drop-decision")]
    public sealed record DropDecision(string By, int Number, string Reason) : MeetingCommand;

    /// <summary>The meeting rules on who sits for a unit, or on a unit that shall join or leave; it takes effect with the minutes.</summary>
    /// <param name="Agreed">Null takes back what was entered.</param>
    /// <param name="From">First day of a new member's term; null = the day that was wished for.</param>
    /// <param name="Until">Its last day; null = open.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.rule-on-member")]
    public sealed record RuleOnMember(string By, string Item, bool? Agreed, DateOnly? From, DateOnly? Until) : MeetingCommand;

    /// <summary>The session ends; from now on its minutes are drafted.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.end")]
    public sealed record End(string By) : MeetingCommand;

    /// <summary>The draft goes to the members for corrections.</summary>
    /// <param name="CorrectBy">Last day for them, Asia/Shanghai.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.circulate")]
    public sealed record Circulate(DateOnly CorrectBy) : MeetingCommand;

    /// <summary>A member asks for a correction of the draft.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.correct")]
    public sealed record Correct(UnitId Unit, string Text) : MeetingCommand;

    /// <summary>Whoever is above confirms the minutes: each decision becomes a duty of its owner.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.confirm")]
    public sealed record Confirm : MeetingCommand;

    /// <summary>The actor itself: the owner's actor was told of a decision.</summary>
    /// <param name="Refused">The code by which it refused; null = it took it.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.confirm-handed")]
    public sealed record ConfirmHanded(int Number, string? Refused) : MeetingCommand;

    /// <summary>The actor itself: a ruling was carried out.</summary>
    /// <param name="Refused">The code by which it was refused; null = it holds.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.confirm-ruling")]
    public sealed record ConfirmRuling(string Item, string? Refused) : MeetingCommand;
}
