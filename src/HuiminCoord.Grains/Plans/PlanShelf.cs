using System.Collections.Concurrent;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Plans;

/// <summary>The stored plan versions, read once each: what was issued never changes, so the shelf never forgets it.</summary>
/// <remarks>Safe for any number of threads. Actors store only a version number and take the rest from here.</remarks>
public sealed class PlanShelf(CoordinationDatabase database, CalendarShelf calendars)
{
    private readonly PlanTexts _texts = new(database, new StoredDocuments(database));
    private readonly ConcurrentDictionary<(string Campaign, int Version), Plan> _issued = new();
    private readonly ConcurrentDictionary<(string Campaign, int Version, string Hash), Plan> _read = new();
    private readonly ConcurrentDictionary<(string Campaign, int Version, UnitId Unit), UnitTerms> _terms = new();

    /// <inheritdoc cref="PlanTexts.Put"/>
    public Task<bool> Put(Plan plan, string json, DateTimeOffset now, string? key = null) => _texts.Put(plan, json, now, key);

    /// <summary>One version of a campaign's plan, or null when there is none; before its issue the text that was stored last.</summary>
    public async ValueTask<Plan?> Find(string campaign, int version)
    {
        if (_issued.TryGetValue((campaign, version), out var known))
        {
            return known;
        }

        return await _texts.Standing(campaign, version) is not { } text ? null
            : text.Issued ? _issued.GetOrAdd((campaign, version), Read(campaign, version, text.Hash, text.Json))
            : Read(campaign, version, text.Hash, text.Json);
    }

    /// <summary>A version by one of its texts, issued or not.</summary>
    public async ValueTask<Plan?> Find(string campaign, int version, string hash) =>
        _read.TryGetValue((campaign, version, hash), out var known) ? known
        : await _texts.Find(campaign, version, hash) is { } json ? Read(campaign, version, hash, json) : null;

    /// <inheritdoc cref="PlanTexts.Standing"/>
    public Task<PlanText?> Standing(string campaign, int version) => _texts.Standing(campaign, version);

    /// <summary>The text of a stored version.</summary>
    public async Task<string> Text(string campaign, int version) =>
        (await _texts.Standing(campaign, version) ?? throw Absent(campaign, version)).Json;

    /// <summary>Reads a text and checks it as <c>plan check</c> does, holiday papers included. Nothing is stored.</summary>
    public PlanReading Check(string json) => RungCheck.Read(json, Calendars);

    /// <summary>The newest stored version of a campaign's plan; 0 = none.</summary>
    public Task<int> NewestVersion(string campaign) => _texts.NewestVersion(campaign);

    /// <summary>One version of a campaign's plan.</summary>
    /// <exception cref="InvalidOperationException">It was never stored.</exception>
    public async ValueTask<Plan> Get(string campaign, int version) => await Find(campaign, version) ?? throw Absent(campaign, version);

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
        var plan = await Get(campaign, version);
        if (_terms.TryGetValue((campaign, version, unit), out var known) && ReferenceEquals(known.Plan, plan) && ReferenceEquals(known.Calendars, Calendars(plan)))
        {
            return known;
        }

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

    private Plan Read(string campaign, int version, string hash, string json) => _read.GetOrAdd((campaign, version, hash), key => PlanReader.Read(json).Plan
        ?? throw new InvalidOperationException($"The stored plan {key.Campaign} version {key.Version} can no longer be read."));

    private static InvalidOperationException Absent(string campaign, int version) => new($"There is no plan {campaign} version {version}.");
}
