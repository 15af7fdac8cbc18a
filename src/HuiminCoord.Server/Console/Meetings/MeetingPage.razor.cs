using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>One meeting: its one page, and what the seat may do about it.</summary>
public sealed partial class MeetingPage : LivePage
{
    private static readonly MeetingActs Nothing = new(false, false, false, false, false, false, false, false, false, false);

    /// <summary>Its id.</summary>
    [Parameter]
    public string Meeting { get; set; } = "";

    /// <summary>The form that is open.</summary>
    [SupplyParameterFromQuery(Name = "do")]
    private string? Do { get; set; }

    /// <summary>The item that it is about.</summary>
    [SupplyParameterFromQuery(Name = "item")]
    private string? Item { get; set; }

    /// <summary>The unit that it is about.</summary>
    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private Plan? Plan { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private DateOnly Today { get; set; }

    private MeetingSheet? Sheet { get; set; }

    /// <summary>What is behind the item that is split.</summary>
    private IReadOnlyList<RowName> Rows { get; set; } = [];

    private MeetingActs Acts { get; set; } = Nothing;

    private MeetingAsker Self => MeetingAsker.Of(Visitor.Asker.Standing);

    /// <summary>True for a unit that sits in the meeting and does not hold it.</summary>
    private bool IsMember => Sheet is not { } sheet || !Self.Runs(sheet.Meeting.Unit);

    private MeetingTexts Texts => new(Words);

    /// <summary>What the seat's own unit has answered; null for whoever runs the meeting, and for a unit that is not invited.</summary>
    private ReplyLine? Own => IsMember && Sheet is { Meeting.Replies: [var own, ..] } ? own : null;

    /// <summary>The files that the seat may fetch; a notice is looked at before it goes out.</summary>
    private IReadOnlyList<string> Papers => Sheet?.Meeting.Stage switch
    {
        MeetingStage.Noticed =>
            [.. Allowed("notice", "getMeetingNotice"), .. Allowed("attendance", "getAttendanceSheet"), .. Allowed("pack", "getMeetingPack"), .. IsMember ? Allowed("reply", "getReplySlip") : [], .. Allowed("invitation", "getMeetingInvitation")],
        _ when Sheet is { Meeting.HasBegun: true } => [.. Allowed("notice", "getMeetingNotice"), .. Allowed("attendance", "getAttendanceSheet"), .. Allowed("pack", "getMeetingPack"), .. Allowed("invitation", "getMeetingInvitation")],
        MeetingStage.Agreed when !IsMember => [.. Allowed("notice", "getMeetingNotice"), .. Allowed("attendance", "getAttendanceSheet"), .. Allowed("pack", "getMeetingPack")],
        MeetingStage.Cancelled when Sheet.Meeting.ReplyBy is not null => [.. Allowed("invitation", "getMeetingInvitation")],
        _ => [],
    };

    private string OpenForm => Do ?? "";

    private AgendaLine? Chosen => Sheet?.On.FirstOrDefault(i => i.Id == Item);

    private string? Sentence => Sheet is { Meeting: var m } ? Words["meeting.sentence", m.Title, Texts.Stage(m.Stage)] : null;

    private string? Context => Sheet is not { Meeting: var m } ? null : m.Stage switch
    {
        MeetingStage.Submitted when m.SubmittedAt is { } at => Words["meeting.context.submitted", Words.Moment(at), m.Submission],
        MeetingStage.Noticed when m.ReplyBy is { } day => Words["meeting.context.noticed", Texts.When(m.StartsAt, Today), Words.ShortDay(day, Today)],
        _ => Words["meeting.context", Texts.When(m.StartsAt, Today), m.Place],
    };

    private Func<string, string> EnterLink => unit => At("reply", unit: unit);

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getMeeting");
        var sheet = MeetingSheet.Of(await MeetingReader.Find(scene, Meeting, Visitor.Gone) ?? throw scene.Absent("meeting.unknown"));
        (Plan, Calendar, Today, Sheet) = (scene.Campaign.Plan, scene.Campaign.Calendar, scene.Campaign.Today, sheet);
        Acts = MeetingActs.Of(sheet.Meeting, Self, scene.Campaign.Plan, Visitor.May, scene.Campaign.Now);
        Rows = Acts.Opens(Do) && Do == "split" && Chosen is { } item ? await RowName.Of(scene, Words, item.Rows, Visitor.Gone) : [];
    }

    /// <summary>The list to sign and the archive are for whoever lays the papers on the table.</summary>
    private string[] Allowed(string file, string operation) => Visitor.May(operation) && (!IsMember || file is not ("attendance" or "pack")) ? [file] : [];

    private string At(string form) => At(form, null);

    private string At(string form, string? item = null, string? unit = null) =>
        $"{Place}?do={form}{(item is null ? null : $"&item={Uri.EscapeDataString(item)}")}{(unit is null ? null : $"&unit={Uri.EscapeDataString(unit)}")}";

    private string Place => $"/meetings/{Uri.EscapeDataString(Meeting)}";

    private void Close() => Navigation.NavigateTo(Place);

    private async Task Did()
    {
        await Reload();
        Close();
    }

    /// <summary>Reads the agenda anew for a form whose agenda somebody else has changed.</summary>
    private async Task<int> Newest()
    {
        await Reload();
        return Sheet?.Revision ?? 0;
    }
}
