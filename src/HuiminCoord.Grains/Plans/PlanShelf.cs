using System.Collections.Concurrent;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Plans;

/// <summary>The stored plan versions, read once each: versions never change, so the shelf never forgets.</summary>
/// <remarks>Safe for any number of threads. Actors store only a version number and take the rest from here.</remarks>
public sealed class PlanShelf(CoordinationDatabase database, CalendarShelf calendars)
{
    private readonly ConcurrentDictionary<(string Campaign, int Version), Plan> _plans = new();
    private readonly ConcurrentDictionary<(string Campaign, int Version, UnitId Unit), UnitTerms> _terms = new();

    /// <summary>Stores a plan as its original text.</summary>
    /// <returns>False when this version was stored before with the same text.</returns>
    /// <exception cref="PlanTakenException">The version was stored before with another text.</exception>
    /// <remarks>Two servers may put the same plan at the same moment: the first one's row counts for both.</remarks>
    public Task<bool> Put(Plan plan, string json, DateTimeOffset now) => database.Write(async (db, cancellation) =>
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (campaign, at) = (plan.Campaign.Value, now.ToUnixTimeMilliseconds());
        var added = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO plan_document (campaign, version, json, stored_at) VALUES ({campaign}, {plan.Version}, {json}, {at}) ON CONFLICT (campaign, version) DO NOTHING", cancellation);
        if (added == 1)
        {
            return true;
        }

        var earlier = await db.PlanDocuments.SingleAsync(p => p.Campaign == campaign && p.Version == plan.Version, cancellation);
        return earlier.Json == json ? false : throw new PlanTakenException($"{plan.Campaign} version {plan.Version} is already stored with another text; an amended plan needs the next version number.");
    });

    /// <summary>One version of a campaign's plan, or null when there is none.</summary>
    public async ValueTask<Plan?> Find(string campaign, int version)
    {
        if (_plans.TryGetValue((campaign, version), out var known))
        {
            return known;
        }

        await using var db = database.OpenToRead();
        var row = await db.PlanDocuments.SingleOrDefaultAsync(p => p.Campaign == campaign && p.Version == version);
        return row is null ? null : _plans.GetOrAdd((campaign, version), PlanReader.Read(row.Json).Plan
            ?? throw new InvalidOperationException($"The stored plan {campaign} version {version} can no longer be read."));
    }

    /// <summary>The text of a stored version.</summary>
    public async Task<string> Text(string campaign, int version)
    {
        await using var db = database.OpenToRead();
        return await db.PlanDocuments.Where(p => p.Campaign == campaign && p.Version == version).Select(p => p.Json).SingleAsync();
    }

    /// <summary>Reads a text and checks it as <c>plan check</c> does, holiday papers included. Nothing is stored.</summary>
    public PlanReading Check(string json)
    {
        var reading = PlanReader.Read(json);
        return reading.Plan is { } plan ? reading.With(RungCheck.NeverFiring(plan, reading, Calendars(plan))) : reading;
    }

    /// <summary>The newest stored version of a campaign's plan; 0 = none.</summary>
    public async Task<int> NewestVersion(string campaign)
    {
        await using var db = database.OpenToRead();
        return await db.PlanDocuments.Where(p => p.Campaign == campaign).MaxAsync(p => (int?)p.Version) ?? 0;
    }

    /// <summary>One version of a campaign's plan.</summary>
    /// <exception cref="InvalidOperationException">It was never stored.</exception>
    public async ValueTask<Plan> Get(string campaign, int version) =>
        await Find(campaign, version) ?? throw new InvalidOperationException($"There is no plan {campaign} version {version}.");

    /// <summary>The versions from the first to this one, in order.</summary>
    public async ValueTask<IReadOnlyList<Plan>> Through(string campaign, int version)
    {
        var all = new List<Plan>(version);
        for (var v = 1; v <= version; v++)
        {
            all.Add(await Get(campaign, v));
        }

        return all;
    }

    /// <summary>What a plan version says to one unit.</summary>
    public async ValueTask<UnitTerms> Terms(string campaign, int version, UnitId unit)
    {
        // Terms hold their calendars: they are made anew when a paper was imported.
        if (_terms.TryGetValue((campaign, version, unit), out var known) && ReferenceEquals(known.Calendars, Calendars(known.Plan)))
        {
            return known;
        }

        var plan = await Get(campaign, version);
        var member = plan.Unit(unit) ?? throw new InvalidOperationException($"{unit} is not a member in {campaign} version {version}.");
        return _terms[(campaign, version, unit)] = new UnitTerms(plan, member, Calendars(plan));
    }

    /// <summary>What the plan says to a unit that it has not reached: the first version, from this one on, that names it.</summary>
    /// <exception cref="InvalidOperationException">No stored version does.</exception>
    public async ValueTask<UnitTerms> FirstTerms(string campaign, int from, UnitId unit)
    {
        var version = (await FirstNaming(campaign, from, p => p.Unit(unit) is not null)).Version;
        return await Terms(campaign, version, unit);
    }

    /// <summary>The first version, from this one on, that names what is asked for.</summary>
    public async ValueTask<Plan> FirstNaming(string campaign, int from, Func<Plan, bool> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        for (var version = from; ; version++)
        {
            if (await Get(campaign, version) is var plan && names(plan))
            {
                return plan;
            }
        }
    }

    /// <summary>The holiday papers as they apply in the plan's district.</summary>
    public WorkingCalendars Calendars(Plan plan) => calendars.Of(plan.District.Code);

    /// <summary>What follows rests on imported papers up to this revision; 0 = on none in particular.</summary>
    /// <returns>From when that import counts; null for 0.</returns>
    public DateTimeOffset? SeeCalendar(int revision) => calendars.AtLeast(revision);
}

/// <summary>A plan version is stored with another text.</summary>
public sealed class PlanTakenException : InvalidOperationException
{
    public PlanTakenException()
    {
    }

    public PlanTakenException(string message)
        : base(message)
    {
    }

    public PlanTakenException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
