using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Documents.Papers;
using HuiminCoord.Server.Onboarding;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>The minutes on paper, composed from what was recorded in the session.</summary>
internal static class MinutesPapers
{
    /// <exception cref="Refusals.RefusedException">The session has not ended, or a member asks before the draft went round.</exception>
    internal static async Task<byte[]> Of(ReadingScene scene, MeetingState meeting, bool rehearsal, CancellationToken cancellation)
    {
        if (meeting.Minutes is not { } minutes)
        {
            throw scene.Absent("session.not-ended");
        }

        if (!MeetingReader.IsWhole(scene, meeting) && minutes.CirculatedAt is null)
        {
            throw scene.Absent("minutes.not-circulated");
        }

        var roster = await Roster.Of(scene.Db, scene.Campaign.Id, ChinaTime.DateOf(meeting.Arrangement!.StartsAt), cancellation);
        return MinutesPaper.Make(Draft(scene.Campaign, meeting, Holder) with { Rehearsal = rehearsal });

        string Holder(UnitId unit) => roster.GetValueOrDefault((unit.Value, meeting.Kind == MeetingKind.Liaison ? SeatKind.Liaison : SeatKind.Leader))?.Holder ?? "";
    }

    /// <param name="holderOf">Whom the roster names for the unit on the day of the meeting; empty = nobody.</param>
    private static MinutesDraft Draft(CampaignScene scene, MeetingState meeting, Func<UnitId, string> holderOf)
    {
        var (a, session, minutes) = (meeting.Arrangement!, meeting.Session!, meeting.Minutes!);
        var day = ChinaTime.DateOf(minutes.ConfirmedAt ?? minutes.CirculatedAt ?? session.EndedAt!.Value);
        return new MinutesDraft(
            meeting.Unit is { } holder ? $"{scene.Plan.District.Name}{MeetingPapers.NameOf(scene, holder)}会议纪要" : $"{scene.Plan.District.Name}联席会议纪要", minutes.Issue, MeetingPapers.Sender(scene, meeting), day, $"{a.Title}纪要",
            [new("", [Opening(a, meeting)]), .. Items(meeting), .. Rulings(meeting)],
            [.. session.Standing().Select(d => new MinutesDecision(Said(d), MeetingPapers.NameOf(scene, d.Wording.Owner!.Value), [.. d.Wording.With.Select(u => MeetingPapers.NameOf(scene, u))], d.DueOn ?? d.Wording.Due))],
            Those(AttendanceKind.Present, AttendanceKind.StandIn), Those(AttendanceKind.Excused), a.Guests, [])
        {
            Draft = minutes.ConfirmedAt is null ? DraftWord.ForComments : DraftWord.None,
        };

        IReadOnlyList<string> Those(params AttendanceKind[] kinds) =>
            [.. a.Units.Where(u => session.Attendance.TryGetValue(u.Value, out var entry) && kinds.Contains(entry.Kind)).Select(u => Person(scene, session.Attendance[u.Value], holderOf))];
    }

    private static string Opening(MeetingArrangement a, MeetingState meeting) =>
        $"{DateWords.Day(ChinaTime.DateOf(a.StartsAt), DateOnly.MinValue)}，{a.Chair}在{a.Place}主持召开{a.Title}，研究{MeetingNotices.Topics(meeting)}。现将会议情况纪要如下：";

    /// <summary>A part for each item to which something was noted: what was the case, and what was said.</summary>
    private static IEnumerable<MinutesSection> Items(MeetingState meeting)
    {
        var noted = meeting.Agenda.Where(i => i.Removed is null && meeting.Session!.Notes.ContainsKey(i.Id)).ToList();
        return noted.Count == 0 ? [] : [new("会议研究情况", [.. noted.SelectMany(i => new PaperText[] { new(3, i.Fact), meeting.Session!.Notes[i.Id] })])];
    }

    /// <summary>What was ruled of members and member units.</summary>
    private static IEnumerable<MinutesSection> Rulings(MeetingState meeting)
    {
        var ruled = meeting.Agenda.Where(i => i.Removed is null && meeting.Session!.Rulings.ContainsKey(i.Id)).ToList();
        return ruled.Count == 0 ? [] : [new("成员调整", [.. ruled.SelectMany(i => new PaperText[] { new(3, i.Fact), Ruled(meeting.Session!.Rulings[i.Id]) })])];
    }

    private static string Ruled(MemberRuling ruling)
    {
        var from = ruling.From is { } first ? $"，自{DateWords.Day(first, DateOnly.MinValue)}起" : "";
        var until = ruling.Until is { } last ? $"，至{DateWords.Day(last, DateOnly.MinValue)}止" : "";
        return $"会议审议，{(ruling.Agreed ? "同意" : "不同意")}{from}{until}。";
    }

    /// <summary>What a member said against it is recorded with it.</summary>
    private static string Said(MeetingDecision decision)
    {
        var dissent = decision.Wording.Dissent.TrimEnd('。');
        var workdays = decision.DueOn is null && decision.Wording.Workdays is { } days ? $"（纪要确认后{days}个工作日内完成）" : "";
        return dissent.Length == 0 ? $"{decision.Wording.Text}{workdays}" : $"{decision.Wording.Text}{workdays}（不同意见：{dissent}。）";
    }

    private static string Person(CampaignScene scene, Attendance entry, Func<UnitId, string> holderOf)
    {
        var who = entry.Who.Length > 0 ? entry.Who : holderOf(entry.Unit);
        return $"{MeetingPapers.NameOf(scene, entry.Unit)}{(who.Length > 0 ? $" {who}" : "")}{(entry.Kind == AttendanceKind.StandIn ? "（代会）" : "")}";
    }
}
