using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Meetings;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>会议记录: a meeting that sits, and its minutes. One person records; everybody who sits in it sees the same at once.</summary>
public sealed partial class SittingPage : LivePage
{
    /// <summary>Id of the meeting.</summary>
    [Parameter]
    public string Meeting { get; set; } = "";

    /// <summary>The form that is open.</summary>
    [SupplyParameterFromQuery(Name = "do")]
    private string? Do { get; set; }

    /// <summary>The item that it is about.</summary>
    [SupplyParameterFromQuery(Name = "item")]
    private string? Item { get; set; }

    /// <summary>The decision that it is about.</summary>
    [SupplyParameterFromQuery(Name = "number")]
    private int? Number { get; set; }

    /// <summary>The unit that it is about.</summary>
    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private Plan? Plan { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private DateOnly Today { get; set; }

    private SittingSheet? Sitting { get; set; }

    private SittingActs Acts { get; set; } = SittingActs.None;

    private MeetingTexts Texts => new(Words);

    private string Login => Visitor.Asker.Login;

    private bool Runs => Sitting is { } sitting && MeetingAsker.Of(Visitor.Asker.Standing).Runs(sitting.Meeting.Unit);

    private Func<string, string> AttendLink => unit => At("attend", unit: unit);

    private string? Sentence => Sitting is not { } s ? null
        : s.Meeting.HasBegun ? Words["session.sentence", s.Meeting.Title, Texts.Stage(s.Meeting.Stage), s.Sitting, s.Standing.Count]
        : Words["meeting.sentence", s.Meeting.Title, Texts.Stage(s.Meeting.Stage)];

    private string? Context => Sitting is not { } s ? null : string.Join(
        Words["page.comma2"],
        new[] { Words["meeting.context", Texts.When(s.Meeting.StartsAt, Today), s.Meeting.Place], s.Recorder is null ? null : s.Recorder == Login ? Words["session.recorder.you"] : Words["session.recorder", s.Recorder] }.OfType<string>());

    /// <summary>What units said that were not entered yet: most come as they said.</summary>
    private IReadOnlyList<Attendance> Unentered => Sitting is not { } s ? [] :
    [
        .. from reply in s.Meeting.Replies
           where reply.Kind is not null && !s.Attendance.ContainsKey(reply.Unit)
           select new Attendance(new UnitId(reply.Unit), AsReplied(reply.Kind!.Value), reply.Who ?? ""),
    ];

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getMeeting");
        var sitting = SittingSheet.Of(await MeetingReader.Find(scene, Meeting, Visitor.Gone) ?? throw scene.Absent("meeting.unknown"));
        (Plan, Calendar, Today, Sitting) = (scene.Campaign.Plan, scene.Campaign.Calendar, scene.Campaign.Today, sitting);
        Acts = SittingActs.Of(sitting, Login, MeetingAsker.Of(Visitor.Asker.Standing), scene.Campaign.Plan, Visitor.May, scene.Campaign.Now);
    }

    private static AttendanceKind AsReplied(MeetingReplyKind reply) => reply switch
    {
        MeetingReplyKind.Coming => AttendanceKind.Present,
        MeetingReplyKind.Deputy => AttendanceKind.StandIn,
        _ => AttendanceKind.Excused,
    };

    private string At(string form, string? item = null, int? number = null, string? unit = null) =>
        $"{Place}?do={form}{(item is null ? null : $"&item={Uri.EscapeDataString(item)}")}{(number is null ? null : $"&number={number}")}{(unit is null ? null : $"&unit={Uri.EscapeDataString(unit)}")}";

    private string Place => $"/meetings/{Uri.EscapeDataString(Meeting)}/session";

    private void Close() => Navigation.NavigateTo(Place);

    private async Task Did()
    {
        await Reload();
        Close();
    }
}
