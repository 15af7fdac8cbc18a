using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Hosting;

/// <summary>What is served.</summary>
/// <param name="PlanJson">The plan as its file says it.</param>
/// <param name="Directory">Where the database is kept.</param>
/// <param name="Urls">Loopback addresses to listen on.</param>
/// <param name="Rehearsal">Null = live.</param>
public sealed record ServeSettings(Plan Plan, string PlanJson, string Directory, string Urls, RehearsalSettings? Rehearsal)
{
    /// <summary>Holiday papers that the program is to have come with; null = all that it did.</summary>
    public HolidayTable? Holidays { get; init; }
}

/// <summary>A served rehearsal.</summary>
/// <param name="Start">When it begins, unless an earlier process got further.</param>
/// <param name="Seed">How units behave; null = nobody acts but the people at the API.</param>
public sealed record RehearsalSettings(DateTimeOffset Start, Pace Pace, int? Seed);
