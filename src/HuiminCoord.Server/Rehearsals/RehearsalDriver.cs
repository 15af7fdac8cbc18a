using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Commands;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>Drives a campaign through virtual time, one instant after the other.</summary>
/// <remarks>
/// One barrier per instant: wake everything due, let people act, tell everything. What happens next
/// comes from the database and the script alone, so a restart in between changes nothing.
/// </remarks>
public sealed class RehearsalDriver(IGrainFactory grains, CampaignClock clock, WakeIndex index, CoordinationDatabase database, PlanShelf plans, CalendarImports imports)
{
    private IReadOnlyList<PlayedAction> _script = [];
    private IReadOnlyList<PlayedAction> _acts = [];
    private string _campaign = "";
    private int _next;

    /// <summary>Campaign time of the last finished instant.</summary>
    public DateTimeOffset Now => clock.Now;

    /// <summary>Adds what is played beside the script. Call it before <see cref="Begin"/>.</summary>
    public void Add(IReadOnlyList<PlayedAction> acts) => _acts = acts;

    /// <summary>Starts a campaign at the clock's time, or goes on where an earlier process stopped.</summary>
    /// <param name="planJson">The plan as its file says it; it is stored if it is new.</param>
    /// <param name="seed">How units behave; null = nobody acts by itself.</param>
    public async Task Begin(Plan plan, string planJson, int? seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _campaign = plan.Campaign.Value;
        await plans.Put(plan, planJson, clock.Now);
        var issuedAt = await Started(cancellation);
        if (issuedAt is null)
        {
            await Mark(clock.Now, cancellation);
        }

        Acting.As("office");
        await grains.GetGrain<ICampaignGrain>(_campaign).Do(new CampaignCommand.Issue(plan.Version), null);
        // An import that a crash cut short reaches its campaigns now.
        await imports.AdoptAll(cancellation);
        await Drain();
        _script = Acts(plan, seed, issuedAt ?? clock.Now);
        _next = _script.TakeWhile(a => a.At <= clock.Now).Count();
    }

    /// <summary>The next instant at which something happens; null when nothing ever will.</summary>
    public async Task<DateTimeOffset?> NextInstant(CancellationToken cancellation = default)
    {
        var wake = await index.NextWake(_campaign, cancellation: cancellation);
        var act = _next < _script.Count ? _script[_next].At : (DateTimeOffset?)null;
        return wake is null || act < wake ? act : wake;
    }

    /// <summary>Lets one instant happen.</summary>
    /// <exception cref="InvalidOperationException">An actor failed to wake: a rehearsal does not go on over it.</exception>
    public async Task StepTo(DateTimeOffset instant)
    {
        clock.Set(instant);
        Acting.As(null);
        var report = await grains.GetGrain<ITimekeeperGrain>(Shards.Key(Shards.Of(_campaign))).Sweep(instant);
        if (report.Failed > 0)
        {
            throw new InvalidOperationException($"{report.Failed} actors did not wake at {instant:O}; the log says why.");
        }

        for (; _next < _script.Count && _script[_next].At <= instant; _next++)
        {
            await Play(_script[_next]);
        }

        await Drain();
    }

    /// <summary>Tells everything that was committed.</summary>
    public Task<RelayReport> Drain() => grains.GetGrain<IRelayGrain>(Shards.Key(Shards.Of(_campaign))).Drain();

    /// <summary>How far an earlier process drove this campaign; null = it never ran.</summary>
    /// <remarks>
    /// That is the time of the last thing told. A wake that had nothing to say left no trace and is not due again; a refused
    /// act is refused again. So nothing has to be written for a cursor alone.
    /// </remarks>
    public static async Task<DateTimeOffset?> CursorOf(CoordinationDatabase database, string campaign, CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        if (await db.RehearsalCursors.FindAsync([campaign], cancellation) is not { } start)
        {
            return null;
        }

        return await db.Audit.Where(a => a.Campaign == campaign).MaxAsync(a => (DateTimeOffset?)a.At, cancellation) ?? start.At;
    }

    // People live on the days as they turned out to be, whatever the server knew of them: what it learns changes no script.
    private IReadOnlyList<PlayedAction> Acts(Plan plan, int? seed, DateTimeOffset issuedAt)
    {
        var script = seed is { } s ? Script.Of(plan, new WorkingCalendars(ShippedCalendars.HolidayTable, plan.District.Code), s, issuedAt) : [];
        return [.. script.Concat(_acts.Where(a => a.At > issuedAt)).OrderBy(a => a.At).ThenBy(a => a.Key, StringComparer.Ordinal)];
    }

    private async Task<DateTimeOffset?> Started(CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var row = await db.RehearsalCursors.FindAsync([_campaign], cancellation);
        return row?.At;
    }

    // People are not actors: what they may not do is refused, and they go on.
    private async Task Play(PlayedAction action)
    {
        Acting.As(action.By);
        if (action is PlayedAction.ImportPaper import)
        {
            await Import(import);
            return;
        }

        var key = new CommandKey(action.Key, "");
        _ = action switch
        {
            PlayedAction.ToUnit a => await grains.GetGrain<IUnitGrain>($"{_campaign}/{a.Unit}").Do(a.Command, key),
            PlayedAction.ToTask a => await grains.GetGrain<ITaskGrain>($"{_campaign}/{a.Task}").Do(a.Command, key),
            PlayedAction.GoalOf a => await grains.GetGrain<IPhaseGrain>($"{_campaign}/{a.Phase}").Do(new PhaseCommand.RecordGoal(a.Goal, a.Evidence), key),
            PlayedAction.PassGate a => await grains.GetGrain<IPhaseGrain>($"{_campaign}/{a.Phase}").PassGate(key),
            _ => throw new InvalidOperationException($"Nobody can do {action.GetType().Name}."),
        };
    }

    /// <exception cref="CommandRefusedException">An act that somebody wrote down is no script: its refusal ends the rehearsal.</exception>
    private async Task Import(PlayedAction.ImportPaper import)
    {
        if ((await imports.Import(import.Json, import.Reason, import.By)).Refusal is { } refusal)
        {
            throw new CommandRefusedException($"The import of {import.At:yyyy-MM-dd HH:mm} was refused: {refusal.Code} {string.Join(", ", refusal.Arguments)}.");
        }
    }

    /// <summary>Marks the database as a rehearsal, before anything happens in it.</summary>
    private Task Mark(DateTimeOffset issuedAt, CancellationToken cancellation) => database.Write(
        async (db, token) => { await db.RehearsalCursors.AddAsync(new RehearsalCursorRow { Campaign = _campaign, At = issuedAt, Payload = "{}" }, token); },
        cancellation);
}
