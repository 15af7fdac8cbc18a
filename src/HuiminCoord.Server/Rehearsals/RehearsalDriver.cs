using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Grains.Timekeeping;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>Drives a campaign through virtual time, one instant after the other.</summary>
/// <remarks>
/// One barrier per instant: wake everything due, let people act, tell everything. What happens next
/// comes from the database and the script alone, so a restart in between changes nothing.
/// </remarks>
public sealed class RehearsalDriver(IGrainFactory grains, CampaignClock clock, WakeIndex index, CoordinationDatabase database, PlanShelf plans, CalendarImports imports, RehearsalPlayers players)
{
    private IReadOnlyList<PlayedAction> _script = [];
    private IReadOnlyList<PlayedAction> _acts = [];
    private string _campaign = "";
    private int? _seed;
    private int _version;
    private int _next;

    /// <summary>Campaign time of the last finished instant.</summary>
    public DateTimeOffset Now => clock.Now;

    /// <summary>The campaign that it drives; empty before <see cref="Begin"/>.</summary>
    internal string Campaign => _campaign;

    /// <summary>What people have not done yet. Ask between two instants only.</summary>
    internal IReadOnlyList<PlayedAction> Ahead => [.. _script.Skip(_next)];

    /// <summary>Adds what is played beside the script. Call it before <see cref="Begin"/>.</summary>
    public void Add(IReadOnlyList<PlayedAction> acts) => _acts = acts;

    /// <summary>Starts a campaign at the clock's time, or goes on where an earlier process stopped.</summary>
    /// <param name="planJson">The plan as its file says it; it is stored if it is new.</param>
    /// <param name="seed">How units behave; null = nobody acts by itself.</param>
    public async Task Begin(Plan plan, string planJson, int? seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (_campaign, _seed) = (plan.Campaign.Value, seed);
        await plans.Put(plan, planJson, clock.Now);
        if (await Started(cancellation) is null)
        {
            await Mark(clock.Now, cancellation);
        }

        // A rehearsal that goes on after an amendment has a later version in force: issuing the first again is refused.
        Acting.As(Recipients.Office);
        await grains.GetGrain<ICampaignGrain>(_campaign).Do(new CampaignCommand.Issue(plan.Version), null);
        // An import that a crash cut short reaches its campaigns now.
        await imports.AdoptAll(cancellation);
        await Drain();
        await Rewrite(cancellation);
        _next = _script.TakeWhile(a => a.At <= clock.Now).Count();
    }

    /// <summary>Writes the script anew when somebody has amended the plan: from that instant on people live by the new version.</summary>
    public async Task FollowAmendments(CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        if (await db.Campaigns.Where(c => c.Campaign == _campaign).Select(c => c.PlanVersion).SingleOrDefaultAsync(cancellation) != _version)
        {
            var played = _next == 0 ? null : _script[_next - 1];
            await Rewrite(cancellation);
            // What is left of an instant that has begun is still played, each act once.
            _next = played is null ? 0 : _script.TakeWhile(a => a.At < played.At || (a.At == played.At && a.Key != played.Key)).Count() + 1;
        }
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
        var report = await Sweep(instant);
        if (report.Failed > 0)
        {
            throw new InvalidOperationException($"{report.Failed} actors did not wake at {instant:O}; the log says why.");
        }

        while (_next < _script.Count && _script[_next].At <= instant)
        {
            var action = _script[_next++];
            await players.Play(_campaign, action);
            if (action.Amends)
            {
                await Drain();
                await FollowAmendments();
            }
        }

        await Drain();
    }

    /// <summary>Tells everything that was committed.</summary>
    public async Task<RelayReport> Drain()
    {
        using var quiet = Traces.Quiet();
        return await grains.GetGrain<IRelayGrain>(Shards.Key(Shards.Of(_campaign))).Drain();
    }

    private async Task<SweepReport> Sweep(DateTimeOffset instant)
    {
        using var quiet = Traces.Quiet();
        return await grains.GetGrain<ITimekeeperGrain>(Shards.Key(Shards.Of(_campaign))).Sweep(instant);
    }

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

    private async Task<DateTimeOffset?> Started(CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var row = await db.RehearsalCursors.FindAsync([_campaign], cancellation);
        return row?.At;
    }

    private async Task Rewrite(CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var issued = await db.Audit.AsNoTracking().Where(a => a.Campaign == _campaign && a.EventType == "campaign.issued").OrderBy(a => a.Seq).ToListAsync(cancellation);
        var versions = await plans.Through(_campaign, issued.Count);
        _version = versions.Count;
        // People live on the days as they turned out to be, whatever the server knew of them: what it learns changes no script.
        var calendars = new WorkingCalendars(ShippedCalendars.HolidayTable, versions[0].District.Code);
        var people = _seed is { } seed ? Script.Of([.. versions.Zip(issued, (p, a) => new IssuedPlan(p, a.At))], calendars, seed) : [];
        // Whoever writes down amendments of their own numbers the versions: the script's people make none then.
        var alone = !_acts.Any(a => a.Amends);
        _script = PlayedAction.InOrder(people.Where(a => alone || a is not (PlayedAction.ToCampaign or PlayedAction.ChangeMembers)).Concat(_acts.Where(a => a.At > issued[0].At)));
    }

    /// <summary>Marks the database as a rehearsal, before anything happens in it.</summary>
    private Task Mark(DateTimeOffset issuedAt, CancellationToken cancellation) => database.Write(
        async (db, token) => { await db.RehearsalCursors.AddAsync(new RehearsalCursorRow { Campaign = _campaign, At = issuedAt, Payload = "{}" }, token); },
        cancellation);
}
