using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Documents.Papers;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>A meeting on paper: the notice, the list to sign, the slip to answer by. They bear no number of a bureau and no seal.</summary>
internal static class MeetingPapers
{
    private const int BlankRows = 6;

    /// <summary>The notice to all members: what it will speak of is counted, nobody is named.</summary>
    internal static byte[] Notice(CampaignScene scene, MeetingState meeting, bool rehearsal)
    {
        var a = meeting.Arrangement!;
        // Who holds a meeting does not write to itself, unless nobody else is invited.
        var units = a.Units.Where(u => u != meeting.Unit || a.Units.Count == 1).Select(u => NameOf(scene, u)).ToList();
        return NoticePaper.Make(new(
            $"关于召开{a.Title}的通知", units,
            [
                $"经研究，定于{When(a)}在{a.Place}召开{a.Title}，由{a.Chair}主持。现将有关事项通知如下：",
                new(1, "参会人员"), $"{(meeting.Unit is not null ? "各参会单位有关负责同志" : meeting.Kind == MeetingKind.Liaison ? "各单位联络人" : "各单位联席会议成员")}{(a.Guests.Count == 0 ? "" : $"；列席：{string.Join("、", a.Guests)}")}。",
                new(1, "有关要求"), $"请于{Day(meeting.ReplyBy ?? ChinaTime.DateOf(a.StartsAt))}前反馈参会回执；不能参加的，请说明原因并确定代会人员。",
                new(1, "会议议题"),
            ],
            [.. meeting.Agenda.Where(i => i.Removed is null).GroupBy(i => i.Heading).Select(Line)], ["参会回执"], Sender(scene, meeting), ChinaTime.DateOf(meeting.ToldAt ?? scene.Now)) { Rehearsal = rehearsal });
    }

    /// <summary>签到表: a row for each member, with whom the roster names today or who was announced to stand in.</summary>
    internal static async Task<byte[]> List(ReadingScene scene, MeetingState meeting, bool rehearsal, CancellationToken cancellation)
    {
        var a = meeting.Arrangement!;
        var roster = await Roster.Of(scene.Db, scene.Campaign.Id, scene.Campaign.Today, cancellation);
        var kind = meeting.Kind == MeetingKind.Liaison ? SeatKind.Liaison : SeatKind.Leader;
        return AttendanceSheet.Make(new(a.Title, When(a), a.Place, [.. a.Units.Select(Seat)], BlankRows) { Rehearsal = rehearsal });

        AttendanceSeat Seat(UnitId unit)
        {
            var row = roster.GetValueOrDefault((unit.Value, kind));
            // Whom another unit sends, with telephone, is for the office to know; its own people a unit knows.
            row = scene.OnlyUnit is { } own && own != unit.Value ? null : row;
            return meeting.Replies.GetValueOrDefault(unit.Value) is { Kind: MeetingReplyKind.Deputy } standIn
                ? new(NameOf(scene.Campaign, unit), "", standIn.Who, "")
                : new(NameOf(scene.Campaign, unit), row?.Holder ?? "", row?.Title ?? "", row?.Phone ?? "");
        }
    }

    /// <summary>参会回执 of one unit.</summary>
    internal static byte[] Slip(CampaignScene scene, MeetingState meeting, string unit, bool rehearsal)
    {
        var a = meeting.Arrangement!;
        return ReplySlip.Make(new(a.Title, When(a), a.Place, NameOf(scene, new UnitId(unit)), meeting.ReplyBy is { } day ? Day(day) : "", meeting.Unit is { } holder ? NameOf(scene, holder) : "联席会议办公室") { Rehearsal = rehearsal });
    }

    private static AgendaLine Line(IGrouping<AgendaHeading, AgendaItem> items) => new(
        string.Create(CultureInfo.InvariantCulture, $"{MeetingNotices.Words(items.Key)}（{items.Count()}项）"), "有关单位", string.Create(CultureInfo.InvariantCulture, $"{items.Sum(i => i.Minutes)}分钟"));

    internal static string NameOf(CampaignScene scene, UnitId unit) => scene.Plan.Unit(unit)?.Name ?? unit.Value;

    /// <summary>The unit that holds the meeting; of the joint meeting the bureau whose head convenes.</summary>
    internal static string Sender(CampaignScene scene, MeetingState meeting) => $"{scene.Plan.District.Name}{NameOf(scene, meeting.Unit ?? scene.Plan.Convenor)}";

    private static string When(MeetingArrangement a) =>
        $"{Day(ChinaTime.DateOf(a.StartsAt))}（{DateWords.Weekday(ChinaTime.DateOf(a.StartsAt))}）{ChinaTime.TimeOf(a.StartsAt).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>With the year: a paper lies in a file for years.</summary>
    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
