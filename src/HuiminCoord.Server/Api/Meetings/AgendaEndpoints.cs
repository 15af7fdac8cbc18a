using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>The agenda of a meeting: composed from the registers, worked on by the office.</summary>
internal static class AgendaEndpoints
{
    private static readonly string[] Closed = ["agenda.frozen", "meeting.begun", "meeting.cancelled", "meeting.unknown", "meeting.with-convenor"];
    private static readonly string[] Wording = ["agenda.fact-needed", "agenda.minutes-out-of-range", "agenda.owner-needed", "agenda.text-too-long", "text.too-long"];

    private static readonly string[] Carrying = ["file.name-malformed", "file.too-many", "file.type-refused", "file.unknown"];

    internal static void Map(RouteGroupBuilder meeting)
    {
        meeting.MapPost("/agenda/compose", Compose).AsCommand("composeAgenda", null).Refuses(Closed);
        meeting.MapPost("/agenda/add", Add).AsCommand("addAgendaItem", new AddItemBody(AgendaHeading.ToDecide, "停车收费线索由谁立案尚未明确。", "价格违法由市场监督管理局立案，擅自设置停车场由城市管理综合执法局查处。", "反不正当竞争股", 10))
            .Refuses([.. Closed, .. Wording, "agenda.heading-unknown", "agenda.too-many", "meeting.over", "unit.unknown"]);
        meeting.MapPost("/agenda/change", Change).AsCommand("changeAgendaItem", new ChangeItemBody(2, "own.1", "每月对账一次。", "反不正当竞争股", 8))
            .Refuses([.. Closed, .. Wording, "agenda.changed", "agenda.item-unknown"]);
        meeting.MapPost("/agenda/remove", Remove).AsCommand("removeAgendaItem", new RemoveItemBody(3, "own.1", "会前已协商一致"))
            .Refuses([.. Closed, "agenda.changed", "agenda.item-unknown", "agenda.text-too-long", "reason.needed", "text.too-long"]);
        meeting.MapPost("/agenda/restore", Restore).AsCommand("restoreAgendaItem", new RestoreItemBody(4, "own.1")).Refuses([.. Closed, "agenda.changed", "agenda.item-unknown"]);
        meeting.MapPost("/agenda/order", Order).AsCommand("orderAgenda", new OrderItemsBody(5, ["own.1", "gate.mobilise", "gate.rectify", "questions"])).Refuses([.. Closed, "agenda.changed", "agenda.order-incomplete"]);
        meeting.MapPost("/agenda/split", Split).AsCommand("splitAgendaItem", new SplitItemBody(6, "questions", ["question/roll-rule", "question/digest-time"]))
            .Refuses([.. Closed, .. Wording, "agenda.changed", "agenda.item-unknown", "agenda.outdated", "agenda.split-rows", "agenda.too-many"]);
        meeting.MapPost("/agenda/papers", AddPapers).AsCommand("addAgendaPapers", new AddPapersBody("own.1", [new(new string('0', 64), "联合检查方案.pdf")]))
            .Refuses([.. Closed, .. Carrying, "agenda.item-unknown"]);
        meeting.MapPost("/agenda/papers/drop", DropPaper).AsCommand("dropAgendaPaper", new DropPaperBody("own.1", new string('0', 64))).Refuses([.. Closed, "agenda.item-unknown"]);
        meeting.MapPost("/suggestions/{unit}", Suggest).AsCommand("suggestAgendaItem", new SuggestItemBody("校园周边流动摊贩管理职责需明确。", "由城市管理综合执法局牵头，教育局配合。"))
            .Refuses([.. Closed, .. Wording, .. Carrying, "agenda.too-many", "meeting.not-invited"]);
    }

    /// <summary>Composes the agenda from what the registers say now.</summary>
    /// <remarks>
    /// Decisions that are not done, what units owe (one item per unit and kind), tasks that wait for coordination, gates that are near or missed,
    /// open questions of the plan. Composed again, what people worded, removed, entered and ordered stays; what was settled meanwhile goes.
    /// </remarks>
    internal static Task<IResult> Compose(string campaign, string meeting, CommandDoor door) => door.ToMeeting(campaign, meeting, new MeetingCommand.Compose());

    /// <summary>Enters an item.</summary>
    /// <remarks>After the notice it is an addendum, of which all members are told at once.</remarks>
    internal static Task<IResult> Add(string campaign, string meeting, AddItemBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.AddItem(body.Heading, body.Fact, body.Proposal ?? "", body.Owner, body.Minutes, [.. (body.Units ?? []).Select(u => new UnitId(u))]), body);

    /// <summary>Words an item: proposal, owner, minutes.</summary>
    /// <remarks>Whoever edits says which agenda they saw; when somebody else has changed it meanwhile, nothing happens.</remarks>
    internal static Task<IResult> Change(string campaign, string meeting, ChangeItemBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.ChangeItem(body.Revision, body.Item, body.Proposal ?? "", body.Owner, body.Minutes), body);

    /// <summary>Takes an item off, with a reason.</summary>
    /// <remarks>Office and convenor go on seeing it, with its reason; members do not.</remarks>
    internal static Task<IResult> Remove(string campaign, string meeting, RemoveItemBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.RemoveItem(body.Revision, body.Item, body.Reason), body);

    /// <summary>Puts a removed item back.</summary>
    /// <remarks>It stands where it stood.</remarks>
    internal static Task<IResult> Restore(string campaign, string meeting, RestoreItemBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.RestoreItem(body.Revision, body.Item), body);

    /// <summary>Orders the items.</summary>
    /// <remarks>All ids have to be there. Items stay under their heading.</remarks>
    internal static Task<IResult> Order(string campaign, string meeting, OrderItemsBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.OrderItems(body.Revision, body.Items), body);

    /// <summary>Makes two items of one.</summary>
    /// <remarks>
    /// An item that was composed: some of its rows move to a new one after it, and both say what they hold; composed again, each row stays in its
    /// part. An item that people entered: it is said in two sentences. To make three, split twice.
    /// </remarks>
    internal static Task<IResult> Split(string campaign, string meeting, SplitItemBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.SplitItem(body.Revision, body.Item, body.Rows ?? [], body.Fact ?? "", body.Rest ?? ""), body);

    /// <summary>Attaches papers to an item.</summary>
    /// <remarks>Uploaded before by the same side. Whoever the item is shown to may open them; after the notice they are there at once.</remarks>
    internal static async Task<IResult> AddPapers(string campaign, string meeting, AddPapersBody body, CommandDoor door, UploadBook uploads) =>
        await door.ToMeeting(campaign, meeting, new MeetingCommand.AddPapers(body.Item, await uploads.Named(campaign, body.Files, door.Asker, door.Gone) ?? []), body);

    /// <summary>Takes a paper off its item.</summary>
    /// <remarks>While the agenda is prepared: what members were shown stays.</remarks>
    internal static Task<IResult> DropPaper(string campaign, string meeting, DropPaperBody body, CommandDoor door) =>
        door.ToMeeting(campaign, meeting, new MeetingCommand.DropPaper(body.Item, body.Hash), body);

    /// <summary>Asks for an item in the name of a unit.</summary>
    /// <remarks>Until the agenda is submitted. The office sees it among the others and may word or remove it.</remarks>
    internal static async Task<IResult> Suggest(string campaign, string meeting, string unit, SuggestItemBody body, CommandDoor door, ReadingDoor reading, UploadBook uploads)
    {
        await MeetingReader.RequireReached(reading, campaign, meeting, door.Gone);
        return await door.ToMeeting(campaign, meeting, new MeetingCommand.SuggestItem(new UnitId(unit), body.Fact, body.Proposal ?? "", await uploads.Named(campaign, body.Files, door.Asker, door.Gone)), body);
    }
}
