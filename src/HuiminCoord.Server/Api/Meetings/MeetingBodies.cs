using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>Proposing a meeting.</summary>
/// <param name="Id">Its id from now on; it keeps it when its date is moved.</param>
/// <param name="Kind">全体会议 plenary, 专题会议 topic, 联络员会议 liaison, 推进会 advance, 调度会 dispatch.</param>
/// <param name="Title">As it is announced.</param>
/// <param name="StartsAt">When it begins, with its offset.</param>
/// <param name="Minutes">How long it is planned to take, 10 to 480.</param>
/// <param name="Place">Where.</param>
/// <param name="Chair">Post of whoever presides; no personal name.</param>
/// <param name="Units">Member units that attend; absent = all, or where a unit holds the meeting: itself, and whom the plan names.</param>
/// <param name="Guests">Who is invited beside the members.</param>
/// <param name="Unit">The unit that holds a 推进会 or 调度会, and sits in it; absent for the others.</param>
public sealed record ProposeMeetingBody(
    [property: IdWord] string Id,
    MeetingKind Kind,
    [property: Words(60, 1)] string Title,
    DateTimeOffset StartsAt,
    [property: Within(10, 480)] int Minutes,
    [property: Words(60, 1)] string Place,
    [property: Words(40, 1)] string Chair,
    [property: IdList(200)] IReadOnlyList<string>? Units = null,
    [property: WordList(20, 40)] IReadOnlyList<string>? Guests = null,
    [property: IdWord] string? Unit = null);

/// <summary>Another time, place, chair or other members, while the meeting is prepared.</summary>
/// <param name="Title">As it is announced.</param>
/// <param name="StartsAt">When it begins, with its offset.</param>
/// <param name="Minutes">How long it is planned to take, 10 to 480.</param>
/// <param name="Place">Where.</param>
/// <param name="Chair">Post of whoever presides.</param>
/// <param name="Units">Member units that attend; absent = all, or where a unit asks: itself alone.</param>
/// <param name="Guests">Who is invited beside the members.</param>
public sealed record ArrangeMeetingBody(
    [property: Words(60, 1)] string Title,
    DateTimeOffset StartsAt,
    [property: Within(10, 480)] int Minutes,
    [property: Words(60, 1)] string Place,
    [property: Words(40, 1)] string Chair,
    [property: IdList(200)] IReadOnlyList<string>? Units = null,
    [property: WordList(20, 40)] IReadOnlyList<string>? Guests = null);

/// <summary>An item that the office enters.</summary>
/// <param name="Heading">需拍板事项 toDecide, 上次议定事项未完成 carriedOver, 未报单位 notReported, 成员调整 members.</param>
/// <param name="Fact">What is the case.</param>
/// <param name="Proposal">What the meeting could say to it.</param>
/// <param name="Owner">Who speaks to it and would carry it out.</param>
/// <param name="Minutes">Planned, 1 to 120.</param>
/// <param name="Units">Whom it is about: other members only see it counted. Absent = everybody reads it.</param>
public sealed record AddItemBody(
    AgendaHeading Heading, [property: Words(AgendaItem.LongestText, 1)] string Fact, [property: Words(AgendaItem.LongestText)] string? Proposal,
    [property: Words(AgendaItem.LongestOwner, 1)] string Owner, [property: Within(1, 120)] int Minutes,
    [property: IdList(200)] IReadOnlyList<string>? Units = null);

/// <summary>An item that a member unit asks for.</summary>
/// <param name="Fact">What is the case.</param>
/// <param name="Proposal">What the meeting could say to it.</param>
/// <param name="Files">Papers that were uploaded before.</param>
public sealed record SuggestItemBody(
    [property: Words(AgendaItem.LongestText, 1)] string Fact, [property: Words(AgendaItem.LongestText)] string? Proposal = null,
    [property: AddedLater, Entries(0, FileBody.MostListed)] IReadOnlyList<FileBody>? Files = null);

/// <summary>Attaching papers to an item.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Files">Papers that were uploaded before.</param>
public sealed record AddPapersBody([property: Words(100, 1)] string Item, [property: Entries(1, FileBody.MostListed)] IReadOnlyList<FileBody> Files);

/// <summary>Taking a paper off its item.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Hash">Which paper.</param>
public sealed record DropPaperBody([property: Words(100, 1)] string Item, [property: Words(64, 1)] string Hash);

/// <summary>Wording an item.</summary>
/// <param name="Revision">The agenda that the asker saw.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Proposal">What the meeting could say to it.</param>
/// <param name="Owner">Who speaks to it and would carry it out.</param>
/// <param name="Minutes">Planned, 1 to 120.</param>
public sealed record ChangeItemBody(
    [property: Within(0, int.MaxValue)] int Revision, [property: Words(100, 1)] string Item, [property: Words(AgendaItem.LongestText)] string? Proposal,
    [property: Words(AgendaItem.LongestOwner, 1)] string Owner, [property: Within(1, 120)] int Minutes);

/// <summary>Taking an item off.</summary>
/// <param name="Revision">The agenda that the asker saw.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Reason">Why; it stays with the item.</param>
public sealed record RemoveItemBody([property: Within(0, int.MaxValue)] int Revision, [property: Words(100, 1)] string Item, [property: Words(AgendaItem.LongestText, 1)] string Reason);

/// <summary>Putting a removed item back.</summary>
/// <param name="Revision">The agenda that the asker saw.</param>
/// <param name="Item">The item's id.</param>
public sealed record RestoreItemBody([property: Within(0, int.MaxValue)] int Revision, [property: Words(100, 1)] string Item);

/// <summary>Ordering the items.</summary>
/// <param name="Revision">The agenda that the asker saw.</param>
/// <param name="Items">The ids of all items, removed ones too; under each heading they stand as given.</param>
public sealed record OrderItemsBody([property: Within(0, int.MaxValue)] int Revision, [property: WordList(100, 100)] IReadOnlyList<string> Items);

/// <summary>Making two items of one.</summary>
/// <param name="Revision">The agenda that the asker saw.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Rows">What moves to the new item, of the rows that are behind it; some have to stay. Absent for an item that people entered.</param>
/// <param name="Fact">For an item that people entered: what the new one says.</param>
/// <param name="Rest">For an item that people entered: what it says itself from now on.</param>
public sealed record SplitItemBody(
    [property: Within(0, int.MaxValue)] int Revision, [property: Words(100, 1)] string Item, [property: WordList(500, 160)] IReadOnlyList<string>? Rows = null,
    [property: Words(AgendaItem.LongestText)] string? Fact = null, [property: Words(AgendaItem.LongestText)] string? Rest = null);

/// <summary>Returning an agenda to whoever prepared it.</summary>
/// <param name="Remark">What is to be changed.</param>
public sealed record ReturnMeetingBody([property: Words(AgendaItem.LongestText, 1)] string Remark);

/// <summary>Telling the members.</summary>
/// <param name="ReplyBy">Last day for answers.</param>
public sealed record NotifyMembersBody(DateOnly ReplyBy);

/// <summary>Another time or place for a meeting that was agreed.</summary>
/// <param name="StartsAt">When it begins, with its offset.</param>
/// <param name="Minutes">How long it is planned to take, 10 to 480.</param>
/// <param name="Place">Where.</param>
/// <param name="ReplyBy">Last day for answers, which are asked for anew.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveMeetingBody(
    DateTimeOffset StartsAt, [property: Within(10, 480)] int Minutes, [property: Words(60, 1)] string Place, DateOnly ReplyBy, [property: Words(AgendaItem.LongestText, 1)] string Reason);

/// <summary>Cancelling a meeting.</summary>
/// <param name="Reason">Why; members who had been told read it.</param>
public sealed record CancelMeetingBody([property: Words(AgendaItem.LongestText, 1)] string Reason);

/// <summary>A unit's answer to the notice.</summary>
/// <param name="Kind">coming = the member comes, deputy = somebody stands in, absent = nobody can come.</param>
/// <param name="Who">Who stands in, with post.</param>
/// <param name="Reason">Why the member does not come.</param>
public sealed record ReplyBody(MeetingReplyKind Kind, [property: Words(40)] string? Who = null, [property: Words(AgendaItem.LongestText)] string? Reason = null);
