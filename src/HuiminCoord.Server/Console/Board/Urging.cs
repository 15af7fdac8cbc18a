using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Board;

/// <summary>催报: asks first, then urges one unit after the other.</summary>
internal sealed class Urging(Dialogs dialogs, Desk desk, Visitor visitor)
{
    /// <summary>Asks whom to urge; null when it was cancelled.</summary>
    internal Task<Confirmed?> Ask(string title, IReadOnlyList<UrgeTarget> targets, IReadOnlyList<TodayReminder> reminders) =>
        dialogs.Ask(Question(visitor.Words, title, targets, reminders));

    /// <summary>Urges one unit.</summary>
    internal Task One(string duty, string unit, string reason) => desk.ToUnit("urgeObligation", unit, new UnitCommand.Urge(new(duty), reason));

    /// <summary>Urges those who were not left out: one answer for each.</summary>
    internal Task<IReadOnlyList<BulkAnswer>> Send(string duty, IReadOnlyList<UrgeTarget> targets, Confirmed confirmed) =>
        BulkAnswer.Each(targets.Where(t => confirmed.Ids.Contains(t.Unit)), t => t.Name, t => One(duty, t.Unit, confirmed.Reason));

    /// <summary>The question: who asked for a later date is left out unless somebody chooses otherwise; a second time on one day needs a reason.</summary>
    internal static OutwardQuestion Question(PageWords words, string title, IReadOnlyList<UrgeTarget> targets, IReadOnlyList<TodayReminder> reminders)
    {
        var again = targets.Any(t => t.Facts.UrgedToday);
        var reminded = reminders.Where(r => targets.Any(t => t.Unit == r.Unit)).ToList();
        return new OutwardQuestion(words["urge.title", targets.Count], words["urge.sentence", title], count => words["urge.do", count])
        {
            Recipients = [.. targets.Select(t => new Recipient(t.Unit, t.Name, Note(words, t, reminded), t.Facts.AskedUntil is not null, t.Facts.UrgedToday))],
            Warning = reminded.Count == 0 ? null : words["urge.reminded", NearTexts.Clock(reminded[0].At), reminded.Select(r => r.Unit).Distinct().Count()],
            Reason = again ? words["urge.reason"] : null,
            ReasonHelp = again ? words["urge.reason.help"] : null,
        };
    }

    private static string? Note(PageWords words, UrgeTarget target, IEnumerable<TodayReminder> reminded)
    {
        var own = reminded.Where(r => r.Unit == target.Unit).ToList();
        var read = own.Count == 0 ? null
            : own.Find(r => r.ReadAt is not null) is { } seen ? words["urge.readAt", NearTexts.Clock(seen.ReadAt!.Value)] : words["urge.unread"];
        var notes = new[]
        {
            target.Facts.AskedUntil is { } until ? words["urge.asks", NearTexts.Brief(until)] : null,
            target.Facts.UrgedToday ? words["urge.already"] : null,
            read,
        };
        return notes.OfType<string>().ToList() is { Count: > 0 } all ? string.Join(words["page.comma"], all) : null;
    }
}
