using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Calendars;

/// <summary>One day of the working calendar.</summary>
/// <param name="Works">True when offices work on it.</param>
/// <param name="Provisional">True when a paper still to come may change it.</param>
/// <param name="Festival">On whose account it is arranged; null for the Monday–Friday rule.</param>
/// <param name="Paper">The paper or region that decides it.</param>
/// <param name="DoBy">The last working day on or before it (办理日).</param>
internal sealed record DayView(DateOnly Day, bool Works, bool Provisional, string? Festival, string? Paper, DateOnly DoBy, DateOnly KnownOn, string? Region);

/// <summary>The end of a period.</summary>
/// <param name="Due">Last day in time.</param>
/// <param name="DoBy">办理日.</param>
/// <param name="Rolled">True when a day of rest moved the end.</param>
/// <param name="RawEnd">The end before that.</param>
/// <param name="EndsAt">First instant that is too late.</param>
/// <param name="Papers">Papers that decided days it rests on.</param>
internal sealed record DeadlineView(
    DateOnly From, DateOnly Due, DateOnly DoBy, bool Provisional, bool Rolled, DateOnly RawEnd, DateTimeOffset EndsAt, IReadOnlyList<string> Papers,
    DateOnly KnownOn, string? Region);

/// <summary>工作日历: days, and the ends of periods, as known on a day.</summary>
internal static class CalendarEndpoints
{
    internal static RouteGroupBuilder Map(RouteGroupBuilder api)
    {
        var calendar = api.MapGroup("/calendar").WithTags("Calendar");
        calendar.MapGet("/days/{day}", Day).AsQuestion<DayView>("getDay")
            .Refuses("date.malformed", "date.out-of-range");
        calendar.MapGet("/deadline", Deadline).AsQuestion<DeadlineView>("computeDeadline")
            .Refuses("date.malformed", "date.out-of-range", "deadline.length-needed");
        return calendar;
    }

    /// <summary>One day.</summary>
    /// <remarks>Next year's paper comes out in late autumn: days beyond the known papers are provisional.</remarks>
    /// <param name="day">The day, Asia/Shanghai.</param>
    /// <param name="asKnownOn">By what was published until this day; the campaigns' today unless told.</param>
    /// <param name="region">Six-digit division code whose own days count; the whole country unless told.</param>
    internal static DayView Day(DateOnly day, CalendarShelf calendars, CampaignClock clock, DateOnly? asKnownOn = null, [Words(6)] string? region = null)
    {
        var calendar = Known(calendars, clock, asKnownOn, region);
        return new(
            day, calendar.IsWorkingDay(day), calendar.IsProvisional(day), calendar.FestivalOf(day)?.Name, calendar.PaperOf(day),
            InRange(() => calendar.DoBy(day)), calendar.KnownOn, region);
    }

    /// <summary>The end of a period in working days or natural days. The starting day is never counted.</summary>
    /// <remarks>Give either workdays or days. A fixed reporting date is no period: it does not roll.</remarks>
    /// <param name="from">Day of the event, Asia/Shanghai.</param>
    /// <param name="workdays">Length in working days; either this or days.</param>
    /// <param name="days">Length in natural days; a last day of rest gives way to the next working day unless told otherwise.</param>
    /// <param name="roll">keep, nextWorkingDay or previousWorkingDay, for natural days.</param>
    /// <param name="asKnownOn">By what was published until this day; the campaigns' today unless told.</param>
    /// <param name="region">Six-digit division code whose own days count; the whole country unless told.</param>
    internal static DeadlineView Deadline(
        DateOnly from, CalendarShelf calendars, CampaignClock clock, [Within(1, 3660)] int? workdays = null, [Within(1, 3660)] int? days = null,
        [Words(20)] string? roll = null, DateOnly? asKnownOn = null, [Words(6)] string? region = null)
    {
        if (workdays is null == days is null)
        {
            throw new RefusedException(new Refusal("deadline.length-needed"));
        }

        var calendar = Known(calendars, clock, asKnownOn, region);
        var end = InRange(() => workdays is { } n ? Deadlines.WorkingDays(from, n, calendar) : Deadlines.NaturalDays(from, days!.Value, RollOf(roll), calendar));
        return new(from, end.Due, end.DoBy, end.Provisional, end.Rolled, end.RawEnd, end.EndsAt, end.Papers, calendar.KnownOn, region);
    }

    private static WorkingCalendar Known(CalendarShelf calendars, CampaignClock clock, DateOnly? asKnownOn, string? region) =>
        region is null || RegionalLayer.IsDivisionCode(region)
            ? calendars.Of(region).AsKnownOn(asKnownOn ?? ChinaTime.DateOf(clock.Now))
            : throw new RefusedException(new Refusal("request.malformed", "region"));

    private static RollRule RollOf(string? roll) => roll switch
    {
        null or "nextWorkingDay" => RollRule.NextWorkingDay,
        "keep" => RollRule.Keep,
        "previousWorkingDay" => RollRule.PreviousWorkingDay,
        _ => throw new RefusedException(new Refusal("request.malformed", "roll")),
    };

    /// <summary>Days at the ends of the calendar's range have no neighbour.</summary>
    private static T InRange<T>(Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new RefusedException(new Refusal("date.out-of-range"));
        }
    }
}
