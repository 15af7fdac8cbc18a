using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>The joint-meeting office in a look ahead.</summary>
/// <param name="Id">The campaign's.</param>
/// <param name="Facts">What waits for it in the registers now: nothing is added before the instant that is looked for.</param>
public sealed record OfficeSleeper(string Id, OfficeState State, Plan Plan, WorkingCalendars Calendars, OfficeFacts Facts, DateTimeOffset? WakeAt) : Sleeper(Id, WakeAt)
{
    /// <inheritdoc/>
    internal override Played Wake(DateTimeOffset now)
    {
        var calendar = Calendars.AsKnownAt(now);
        var events = Events(OfficeRules.DecideWake(State, Plan, Facts, calendar, now));
        var after = events.Aggregate(State, OfficeRules.Evolve);
        var told = events.OfType<OfficeEvent.Composed>().Select(e => UpcomingPart.Of(e.Recipient == Recipients.Convenor ? Happening.Report : Happening.Summary, e.Recipient));
        return new(this with { State = after, WakeAt = OfficeRules.NextWake(after, Plan, calendar, now) }, [.. told]);
    }
}
