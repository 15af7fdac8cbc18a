using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using Orleans;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What a meeting's actor can be asked to do. <c>Revision</c> is the agenda that the asker saw.</summary>
[GenerateSerializer, Immutable, Alias("meeting-command")]
public abstract partial record MeetingCommand
{
    /// <summary>The office proposes the meeting.</summary>
    /// <param name="Unit">The unit that holds it: for 推进会 and 调度会 only.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.propose")]
    public sealed record Propose(MeetingKind Kind, UnitId? Unit, MeetingArrangement Arrangement) : MeetingCommand;

    /// <summary>While it is prepared: another time, place, chair or other members.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.arrange")]
    public sealed record Arrange(MeetingArrangement Arrangement) : MeetingCommand;

    /// <summary>The agenda is composed from the registers, for the first time or again: what people changed stays.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.compose")]
    public sealed record Compose : MeetingCommand;

    /// <summary>The office enters an item; after the notice it is an addendum that everybody is told of.</summary>
    /// <param name="Units">Whom it is about: others only see it counted. Empty = it is about nobody in particular, and everybody reads it.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.add-item")]
    public sealed record AddItem(AgendaHeading Heading, string Fact, string Proposal, string Owner, int Minutes, IReadOnlyList<UnitId> Units) : MeetingCommand;

    /// <summary>A member unit asks for an item, until the agenda is submitted.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.suggest-item")]
    public sealed record SuggestItem(UnitId Unit, string Fact, string Proposal, IReadOnlyList<FileRef>? Papers = null) : MeetingCommand;

    /// <summary>Papers are attached to an item, also after the notice.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.add-papers")]
    public sealed record AddPapers(string Id, IReadOnlyList<FileRef> Papers) : MeetingCommand;

    /// <summary>A paper is taken off its item, while the agenda is prepared.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.drop-paper")]
    public sealed record DropPaper(string Id, string Hash) : MeetingCommand;

    /// <summary>The office words an item's proposal, its owner and its time.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.change-item")]
    public sealed record ChangeItem(int Revision, string Id, string Proposal, string Owner, int Minutes) : MeetingCommand;

    /// <summary>The office takes an item off; it stays with its reason.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.remove-item")]
    public sealed record RemoveItem(int Revision, string Id, string Reason) : MeetingCommand;

    /// <summary>The office puts a removed item back.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.restore-item")]
    public sealed record RestoreItem(int Revision, string Id) : MeetingCommand;

    /// <summary>The office orders the items; under each heading they stand as given.</summary>
    /// <param name="Ids">All items, removed ones too.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.order-items")]
    public sealed record OrderItems(int Revision, IReadOnlyList<string> Ids) : MeetingCommand;

    /// <summary>The office makes two items of one.</summary>
    /// <param name="Rows">What moves to the new item; some stay. Empty for an item that people entered.</param>
    /// <param name="Fact">For an item that people entered: what the new one says.</param>
    /// <param name="Rest">For an item that people entered: what it says from now on.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.split-item")]
    public sealed record SplitItem(int Revision, string Id, IReadOnlyList<string> Rows, string Fact, string Rest) : MeetingCommand;

    /// <summary>The office lays the agenda before the convenor.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.submit")]
    public sealed record Submit : MeetingCommand;

    /// <summary>The office takes it back to change it, also after it was agreed.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.take-back")]
    public sealed record TakeBack : MeetingCommand;

    /// <summary>Whoever consents agrees (同意议程).</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.agree")]
    public sealed record Agree : MeetingCommand;

    /// <summary>Whoever consents returns it (退回修改).</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.return")]
    public sealed record Return(string Remark) : MeetingCommand;

    /// <summary>The members are told: the agenda is frozen.</summary>
    /// <param name="ReplyBy">Last day for answers, Asia/Shanghai.</param>
    [GenerateSerializer, Immutable, Alias("meeting-command.notify")]
    public sealed record Notify(DateOnly ReplyBy) : MeetingCommand;

    /// <summary>An agreed or noticed meeting takes place at another time or place.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.move")]
    public sealed record Move(DateTimeOffset StartsAt, int Minutes, string Place, DateOnly ReplyBy, string Reason) : MeetingCommand;

    /// <summary>It does not take place.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.cancel")]
    public sealed record Cancel(string Reason) : MeetingCommand;

    /// <summary>An invited unit answers the notice; the last answer holds.</summary>
    [GenerateSerializer, Immutable, Alias("meeting-command.reply")]
    public sealed record Reply(UnitId Unit, MeetingReplyKind Kind, string Who, string Reason) : MeetingCommand;
}
