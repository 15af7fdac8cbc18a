using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Api.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Searching;

/// <summary>Finds what registers and inboxes hold: tasks, people, messages, obligations; what takes longest comes last.</summary>
internal sealed class RegisterSearch(SearchReading reading)
{
    private readonly StoredTexts _texts = new(reading.Db, reading.Text);

    private CampaignScene Scene => reading.Scene;

    private string Campaign => reading.Scene.Id;

    private CoordinationDb Db => reading.Db;

    internal async IAsyncEnumerable<SearchGroup> Find()
    {
        if (reading.By("listTasks") is { } tasks)
        {
            yield return await Tasks(tasks);
        }

        if (reading.By("listSeats") is { } seats)
        {
            yield return await People(seats);
        }

        if (reading.By("readInbox") is not null)
        {
            yield return await Messages([.. reading.Asker.Standing.Inboxes]);
        }

        if (reading.By("listObligations") is { } obligations)
        {
            yield return await Obligations(obligations);
        }
    }

    private async Task<SearchGroup> Tasks(Passage passage)
    {
        // The search keeps the connection: this scene only lends it.
        var tasks = await TaskReader.Reached(new ReadingScene(Scene, true, Db, passage), reading.Stop);
        return SearchReading.Group(SearchKind.Task, [.. tasks.Where(t => reading.Text.IsIn(t.Title))
            .Select(t => new SearchHit(SearchKind.Task, t.Title, $"{t.DomainName} · {t.StageWords}", SearchLinks.Task(t.Task)))]);
    }

    /// <summary>Every term of a member unit's seats, as its roster shows them: those of today first.</summary>
    private async Task<SearchGroup> People(Passage passage)
    {
        var units = Scene.Plan.Units.Select(u => u.Id.Value).Where(u => passage.OnlyUnit is null || u == passage.OnlyUnit).ToList();
        var rows = await _texts.Holders(Db.Seats.Where(s => s.Campaign == Campaign && units.Contains(s.Unit)))
            .OrderByDescending(s => s.ValidFrom).ThenBy(s => s.Unit).ThenBy(s => s.Seat).Take(Search.Counted).ToListAsync(reading.Stop);
        return SearchReading.Group(SearchKind.Person, [.. rows.OrderBy(IsOver).Select(Hit)]);
    }

    private async Task<SearchGroup> Messages(IReadOnlyList<string> inboxes)
    {
        var keys = await _texts.Messages(Db.Inbox.Where(m => m.Campaign == Campaign && inboxes.Contains(m.Recipient)))
            .OrderByDescending(m => m.At).ThenBy(m => m.Recipient).ThenByDescending(m => m.Seq).Select(m => new { m.Recipient, m.Seq }).Take(Search.Counted).ToListAsync(reading.Stop);
        var hits = new List<SearchHit>();
        foreach (var key in keys.Take(Search.Shown))
        {
            hits.Add(Hit(await Db.Inbox.SingleAsync(m => m.Campaign == Campaign && m.Recipient == key.Recipient && m.Seq == key.Seq, reading.Stop)));
        }

        return new(SearchKind.Message, keys.Count, hits);
    }

    /// <summary>Those that are called so first, then those whose clause says so; among each, those due nearest to today.</summary>
    private async Task<SearchGroup> Obligations(Passage passage)
    {
        var clauses = Scene.Versions.SelectMany(v => v.Clauses).ToList();
        var found = clauses.Where(c => reading.Text.IsIn(c.Where) || reading.Text.IsIn(c.Gist)).Select(c => c.Id).Distinct().ToList();
        var all = Db.Obligations.Where(o => o.Campaign == Campaign);
        var keys = await _texts.Obligations(passage.OnlyUnit is { } only ? all.Where(o => o.Unit == only) : all, found, [.. clauses.Select(c => c.Id).Distinct()])
            .OrderByDescending(o => o.Due).Select(o => new { o.Unit, o.Duty, o.Due, o.Title }).Take(Search.Counted).ToListAsync(reading.Stop);
        var hits = new List<SearchHit>();
        foreach (var key in keys.OrderByDescending(k => IsCalledSo(k.Title)).ThenBy(k => DaysFromToday(k.Due)).ThenBy(k => k.Unit, StringComparer.Ordinal).ThenBy(k => k.Duty, StringComparer.Ordinal).Take(Search.Shown))
        {
            hits.Add(Hit(await Db.Obligations.SingleAsync(o => o.Campaign == Campaign && o.Unit == key.Unit && o.Duty == key.Duty, reading.Stop)));
        }

        return new(SearchKind.Obligation, keys.Count, hits);
    }

    private bool IsCalledSo(string title) => reading.Text.IsIn(title) || reading.Text.Month?.IsIn(title) == true;

    private int DaysFromToday(DateOnly? due) => due is { } day ? Math.Abs(day.DayNumber - Scene.Today.DayNumber) : int.MaxValue;

    private bool IsOver(SeatRow row) => row.ValidTo < Scene.Today;

    private SearchHit Hit(SeatRow row)
    {
        var seat = SeatAddress.Find($"{row.Unit}/{row.Seat}") is { } address ? SeatNames.Of(address.Role) : row.Seat;
        var until = row.ValidTo is { } last && IsOver(row) ? $" · 至{SearchDates.Of(last)}" : "";
        return new(SearchKind.Person, row.Holder, $"{UnitName(row.Unit)} · {seat}{until}", SearchLinks.Unit(row.Unit));
    }

    private SearchHit Hit(InboxRow row) => new(
        SearchKind.Message, row.Title, $"{SearchDates.Of(row.At)} · {LineAround.Of(row.Body, reading.Text)}", SearchLinks.Message(row.Campaign, row.Recipient, row.Seq));

    private SearchHit Hit(ObligationRow row)
    {
        var due = row.Due is { } day ? $"报送时限{SearchDates.Of(day)}" : "不设时限";
        var basis = IsCalledSo(row.Title) ? "" : $" · 依据：{Basis(row.Clause)}";
        return new(SearchKind.Obligation, row.Title, $"{UnitName(row.Unit)} · {due} · {ObligationView.StageOf(row, Scene)}{basis}", SearchLinks.Obligation(row.Unit, row.Duty));
    }

    /// <summary>The place in the paper, or the office's own words.</summary>
    private string? Basis(string? clause) => Scene.Versions.SelectMany(v => v.Clauses).LastOrDefault(c => c.Id == clause)?.Where ?? clause;

    private string UnitName(string unit) => Scene.Plan.Unit(new UnitId(unit))?.Name ?? unit;
}
