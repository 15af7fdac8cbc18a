using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>联席会议: the meetings that the seat reaches, those to come first.</summary>
public sealed partial class MeetingsPage : LivePage
{
    internal const string Place = "/meetings";

    private const string Proposing = $"{Place}?do=propose";

    /// <summary>What is being done.</summary>
    [SupplyParameterFromQuery(Name = "do")]
    private string? Do { get; set; }

    /// <summary>The kind that is proposed.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    private Plan? Plan { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private DateOnly Today { get; set; }

    private IReadOnlyList<MeetingLine> Meetings { get; set; } = [];

    /// <summary>The next one first; one that was cancelled is not to come.</summary>
    private IReadOnlyList<MeetingLine> Coming => [.. Meetings.Where(IsToCome)];

    /// <summary>The latest first.</summary>
    private IReadOnlyList<MeetingLine> Past => [.. Meetings.Where(m => !IsToCome(m)).Reverse()];

    private MeetingKind First => Enum.TryParse<MeetingKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : IsMember ? MeetingKind.Advance : MeetingKind.Plenary;

    /// <summary>What the plan has held next and nobody has proposed, of the joint meeting; for office and convenor, who see all meetings.</summary>
    private IEnumerable<PlannedMeeting> Foreseen => IsMember || Plan is not { } plan || Calendar is not { } calendar ? [] : Enum.GetValues<MeetingKind>().Where(k => !k.IsHeldByUnits())
        .Select(k => Cadence.Unproposed(k, plan, calendar, Today, Meetings.Where(m => m.Kind == k && m.Stage != MeetingStage.Cancelled).Select(m => m.Day))).OfType<PlannedMeeting>();

    private bool IsMember => Visitor.Asker.Standing.Seat.Unit is not null;

    private MeetingTexts Texts => new(Words);

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("listMeetings");
        Meetings = [.. (await MeetingReader.Answered(scene, Visitor.Gone)).Select(MeetingLine.Of)];
        (Plan, Calendar, Today) = (scene.Campaign.Plan, scene.Campaign.Calendar, scene.Campaign.Today);
    }

    private bool IsToCome(MeetingLine meeting) => !meeting.IsOver(Visitor.Now) && meeting.Stage != MeetingStage.Cancelled;

    private void Close() => Navigation.NavigateTo(Place);
}
