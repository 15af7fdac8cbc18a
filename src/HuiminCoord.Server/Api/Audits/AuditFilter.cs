using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Audits;

/// <summary>Which rows of an audit somebody wants to see; what is null does not matter.</summary>
/// <param name="Actor">A seat, or a unit whose seats all count, or <c>clock</c>; with <c>@</c> before it the login name of an account.</param>
/// <param name="Event">An event's name, or the room in front of it.</param>
/// <param name="Grain">An actor: <c>task/huimin-2020/chi-1</c>.</param>
/// <param name="Unit">A unit's id: what happened to that unit.</param>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="Until">Last day.</param>
internal sealed record AuditFilter(string? Actor, string? Event, string? Grain, string? Unit, DateOnly? From, DateOnly? Until)
{
    /// <summary>How the clock is written as an asker.</summary>
    internal const string Clock = "clock";

    /// <summary>The rows of a campaign that are wanted.</summary>
    /// <exception cref="RefusedException"><c>date.out-of-range</c>.</exception>
    internal IQueryable<AuditRow> Of(CoordinationDb db, string campaign)
    {
        var rows = db.Audit.AsNoTracking().Where(a => a.Campaign == campaign);
        if (Actor is not null)
        {
            rows = By(rows, Actor);
        }

        if (Event is not null)
        {
            rows = rows.Where(a => a.EventType == Event || a.EventType.StartsWith(Event + "."));
        }

        if (Grain is not null)
        {
            var slash = Math.Max(0, Grain.IndexOf('/', StringComparison.Ordinal));
            var (type, key) = (Grain[..slash], Grain[slash..].TrimStart('/'));
            rows = rows.Where(a => a.GrainType == type && a.GrainKey == key);
        }

        if (Unit is not null)
        {
            rows = rows.Where(a => a.GrainType == Rooms.Unit && a.GrainKey == campaign + "/" + Unit);
        }

        return Within(rows);
    }

    /// <summary>What belongs to no campaign was often done before anybody sat in a seat: there a login name stands alone.</summary>
    private static IQueryable<AuditRow> By(IQueryable<AuditRow> rows, string actor) =>
        actor == Clock ? rows.Where(a => a.Actor == null)
        : actor is [Asker.Sign, .. var login] ? rows.Where(a => a.Actor!.EndsWith(actor) || (a.Campaign == AuditLog.Server && a.Actor == login))
        : rows.Where(a => a.Actor == actor || a.Actor!.StartsWith(actor + "/") || a.Actor!.StartsWith(actor + Asker.Sign));

    private IQueryable<AuditRow> Within(IQueryable<AuditRow> rows)
    {
        if (From is { } first)
        {
            var start = ChinaTime.StartOf(InRange(first));
            rows = rows.Where(a => a.At >= start);
        }

        if (Until is { } last)
        {
            var end = ChinaTime.EndOf(InRange(last));
            rows = rows.Where(a => a.At < end);
        }

        return rows;
    }

    private static DateOnly InRange(DateOnly day) => day.Year is >= 2000 and < 2100 ? day : throw new RefusedException(new Refusal("date.out-of-range"));
}
