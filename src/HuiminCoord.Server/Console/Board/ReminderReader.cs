using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Board;

/// <summary>Reads what units were reminded of today, so that nobody urges without knowing it.</summary>
internal static class ReminderReader
{
    /// <summary>Today's reminders about a duty, one for each recipient.</summary>
    internal static async Task<IReadOnlyList<TodayReminder>> Today(ReadingScene scene, string duty, IReadOnlyList<string> units, bool seesReads, CancellationToken cancellation)
    {
        var (db, campaign, morning) = (scene.Db, scene.Campaign.Id, ChinaTime.StartOf(scene.Campaign.Today));
        var given =
            from step in db.Steps
            where step.Campaign == campaign && units.Contains(step.Unit) && step.Obligation == duty && step.FiredAt >= morning && step.Outcome == StepOutcome.Delivered
            join message in db.Inbox on new { step.Campaign, step.Recipient, Slot = step.InboxSlot! } equals new { message.Campaign, message.Recipient, message.Slot }
            where message.Recipient.StartsWith(step.Unit + "/")
            select new
            {
                step.Unit,
                message.At,
                ReadAt = db.InboxReads.Where(r => r.Campaign == campaign && r.Recipient == message.Recipient && r.Seq == message.Seq).Select(r => (DateTimeOffset?)r.ReadAt).FirstOrDefault(),
            };
        var rows = await given.AsNoTracking().ToListAsync(cancellation);
        return [.. rows.Select(r => new TodayReminder(r.Unit, r.At, seesReads ? r.ReadAt : null)).OrderBy(r => r.At)];
    }
}
