using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Messages;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Drafts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Board;

/// <summary>Reads what the drawer says.</summary>
internal sealed class DossierReader(HistoryReader histories, DraftBook drafts)
{
    private static readonly SeatKind[] Seats = [SeatKind.Liaison, SeatKind.Deputy, SeatKind.Leader];

    /// <summary>Reads it; null when the unit does not owe the duty.</summary>
    /// <param name="scene">The registers.</param>
    /// <param name="words">The language.</param>
    /// <param name="unit">A member unit.</param>
    /// <param name="duty">The duty.</param>
    /// <param name="seesMessages">Whether the seat may see what was sent and read.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<UnitDossier?> Read(ReadingScene scene, PageWords words, UnitPlan unit, string duty, bool seesMessages, CancellationToken cancellation)
    {
        var (campaign, today, id) = (scene.Campaign.Id, scene.Campaign.Today, unit.Id.Value);
        var rows = await scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Unit == id && (o.Duty == duty || o.Kind == "monthly")).ToListAsync(cancellation);
        if (rows.Find(o => o.Duty == duty) is not { } row)
        {
            return null;
        }

        var begun = await drafts.Begun(campaign, [id], cancellation);
        var cells = new BoardCells(words, today, begun);
        var standing = cells.Standing(row);
        var parts = Stages.PartsOf(row);
        return new UnitDossier(
            new DutyAt(id, unit.Name, duty, words.Short(row, today), row.Kind == "annual"),
            StateOf(row, standing, today, begun.Contains((id, duty))), Near(scene, words, row, standing), [.. Details(words, cells, row, today)], row.Due,
            row.ExtensionStage == "asked" ? new AskedDate(row.ExtensionTo!.Value, row.ExtensionReason) : null,
            row.Stage == Stages.Ended ? [] : [.. parts.Where(p => p.Value is PartStage.Open or PartStage.Submitted or PartStage.Returned).Select(p => p.Key)],
            !row.Reported && !row.EnteredLate && row.Due is not null && row.Stage != Stages.Ended,
            await Contacts(scene, id, cancellation), seesMessages ? await Last(scene, words, id, cancellation) : null,
            await histories.Read(scene, words, row, cancellation), [.. Earlier(words, cells, rows, duty, today)],
            standing == BoardStanding.Silent && !row.EnteredLate ? BoardReader.UrgeOf(row, today) : null,
            await ReminderReader.Today(scene, duty, [id], seesMessages, cancellation));
    }

    private static Status StateOf(ObligationRow row, BoardStanding standing, DateOnly today, bool begun) => standing switch
    {
        BoardStanding.Silent or BoardStanding.Extended => ObligationView.IsOverdue(row, today) ? Status.Late : begun ? Status.Filling : Status.NotStarted,
        BoardStanding.Waiting => Status.Submitted,
        BoardStanding.Returned => Status.Returned,
        BoardStanding.Done => Status.Accepted,
        _ => row.Stage == Stages.Ended ? Status.Off : Status.Waived,
    };

    private static string Near(ReadingScene scene, PageWords words, ObligationRow row, BoardStanding standing) => (standing, row) switch
    {
        (BoardStanding.Silent or BoardStanding.Extended, { Due: { } due, EnteredLate: false }) => words.Near(due, scene.Campaign.Today, scene.Campaign.Calendar),
        (_, { OnTime: false, LateWorkdays: > 0 and var days }) => words["drawer.late", days],
        (_, { OnTime: false }) => words["status.LateSubmitted"],
        (_, { OnTime: true }) => words["board.onTime"],
        _ => "",
    };

    private static IEnumerable<string> Details(PageWords words, BoardCells cells, ObligationRow row, DateOnly today)
    {
        if (row.Due is { } due)
        {
            yield return words[row.Provisional ? "drawer.dueProvisional" : "drawer.due", words.Date(due, today)];
        }

        foreach (var part in Stages.PartsOf(row).Keys)
        {
            if (cells.Cell(row, part, row.Due) is { } cell)
            {
                yield return words["drawer.part", words.Part(part, row.Kind == "annual"), string.Join(' ', new[] { cell.Text ?? words[StatusLook.Word(cell.Is)], cell.Note }.OfType<string>())];
            }
        }
    }

    private static IEnumerable<string> Earlier(PageWords words, BoardCells cells, IEnumerable<ObligationRow> rows, string duty, DateOnly today) =>
        from row in rows
        where row.Kind == "monthly" && row.Duty != duty && (row.Reported || row.Due < today)
        orderby row.Due
        let month = DutyNames.MonthOf(row.Duty)
        where month is not null
        select cells.Mark(row, words.Month(month.Value, today))!.Title;

    private static async Task<IReadOnlyList<Contact>> Contacts(ReadingScene scene, string unit, CancellationToken cancellation)
    {
        var today = scene.Campaign.Today;
        var held = await Onboarding.Roster.Of(scene.Db, scene.Campaign.Id, unit, today, cancellation);
        return [.. Seats.Select(kind =>
        {
            var row = held.GetValueOrDefault(kind);
            var role = SeatAddress.Of(new UnitId(unit), kind).Role;
            return new Contact(role, row?.Holder, string.IsNullOrWhiteSpace(row?.Phone) ? null : row.Phone.Trim(), row?.AbsentFrom <= today && today <= row.AbsentTo ? row.AbsentTo : null);
        })];
    }

    private static async Task<LastMessage?> Last(ReadingScene scene, PageWords words, string unit, CancellationToken cancellation)
    {
        var newest = new List<ReadMessage>();
        foreach (var seat in Seats)
        {
            newest.AddRange(await new MessageQuery(scene.Campaign.Id, Recipients.Of(new UnitId(unit), seat), null, null, null).Read(scene.Db, null, 1, cancellation));
        }

        if (newest.Count == 0)
        {
            return null;
        }

        var at = newest.Max(m => m.Row.At);
        var last = newest.Where(m => m.Row.At == at).ToList();
        var channels = await ReachedChannels.Of(scene.Db, scene.Campaign.Id, [.. last.Select(m => m.Row)], cancellation);
        return new LastMessage(last[0].Row.Title, last[0].Row.Kind, at, [.. last.Select(m => new Reached(
            StepTexts.To(words, m.Row.Recipient), m.ReadAt, [.. channels.Of(m.Row).Where(c => c.Channel != ReachedView.Inbox.Channel).Select(c => (c.Channel, c.State))]))]);
    }
}
