using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Consolidations;

/// <summary>What units, the office and the convenor are told of a period's bulletin.</summary>
public static class ConsolidationNotices
{
    /// <summary>The messages, each with the inbox it goes to; a table that was kept is told nobody.</summary>
    /// <param name="after">The consolidation after the event.</param>
    /// <param name="title">2020年9月工作通报.</param>
    /// <param name="units">Units that belong to the campaign now, by id, with their names.</param>
    public static IEnumerable<(string To, Message Message)> Of(ConsolidationState after, ConsolidationEvent happened, string title, IReadOnlyDictionary<string, string> units)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(units);
        return happened switch
        {
            ConsolidationEvent.BulletinCirculated e => units.SelectMany(u => People(u.Key, Draft(e, u.Value, title))),
            ConsolidationEvent.ObjectionMade e => [(Recipients.Office, new("bulletin-objection", $"通报异议：{Name(units, e.Unit)}（{title}）", $"联席会议办公室：{Name(units, e.Unit)}对{title}（征求意见稿）提出异议：{e.Text}。请核实并答复后再印发。"))],
            ConsolidationEvent.ObjectionAnswered e when after.Bulletin!.Objections[e.Number - 1] is var objection =>
                People(objection.Unit.Value, new("bulletin-answered", $"异议答复：{title}", $"{Name(units, objection.Unit)}：贵单位对{title}（征求意见稿）的异议，联席会议办公室答复：{e.Answer}。")),
            ConsolidationEvent.BulletinIssued => Issued(title, units),
            _ => [],
        };
    }

    private static Message Draft(ConsolidationEvent.BulletinCirculated e, string unit, string title)
    {
        var (today, round) = (ChinaTime.DateOf(e.At), e.Round > 1 ? string.Create(CultureInfo.InvariantCulture, $"第{e.Round}次") : "");
        return new(
            "bulletin-draft", $"{round}征求意见：{title}（{DateWords.Day(e.ObjectionsUntil, today)}前）",
            $"{unit}：{title}（征求意见稿）已形成，请核对贵单位数据和报送情况。有异议的，请于{DateWords.Day(e.ObjectionsUntil, today)}（{DateWords.Weekday(e.ObjectionsUntil)}）前在“工作通报”提出；逾期未提出的，视为无异议。");
    }

    private static IEnumerable<(string To, Message Message)> Issued(string title, IReadOnlyDictionary<string, string> units) =>
    [
        .. units.SelectMany(u => People(u.Key, new("bulletin-issued", $"请签收：{title}", $"{u.Value}：{title}已印发，请在“工作通报”查阅并签收。"))),
        (Recipients.Convenor, new("bulletin-issued", $"已印发：{title}", $"召集人：{title}已印发各成员单位。")),
    ];

    private static IEnumerable<(string To, Message Message)> People(string unit, Message message)
    {
        foreach (var seat in new[] { SeatKind.Leader, SeatKind.Liaison, SeatKind.Deputy })
        {
            yield return (Recipients.Of(new UnitId(unit), seat), message);
        }
    }

    private static string Name(IReadOnlyDictionary<string, string> units, UnitId unit) => units.GetValueOrDefault(unit.Value) ?? unit.Value;
}
