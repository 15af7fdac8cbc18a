using System.Globalization;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Supervision;

/// <summary>A problem together with what its unit owes for it.</summary>
/// <param name="Group">The group that found it.</param>
/// <param name="Owed">The unit's obligation; null where its actor has not taken it.</param>
public sealed record FoundProblem(string Group, SupervisionProblem Problem, ObligationRow? Owed)
{
    /// <summary>How far the unit is.</summary>
    public MendingStage Mending =>
        Owed is null || Owed.Stage is Stages.Open or Stages.Returned ? MendingStage.Waiting
        : Owed.Stage == Stages.Submitted ? MendingStage.HandedIn
        : MendingStage.Gone;

    /// <summary>The date in force: where it came back, the date for the correction.</summary>
    public DateOnly Due => (Owed?.Stage == Stages.Returned ? Owed.CorrectionDue : null) ?? Owed?.Due ?? Problem.Due;

    /// <summary>As people see it on a day.</summary>
    public ProblemLight Light(DateOnly today) => ProblemLights.Of(Problem, Mending, Due, today);
}

/// <summary>Reads problems from the registers, as of the last relay batch.</summary>
public sealed class ProblemReader(CoordinationDatabase database)
{
    /// <summary>The plan version that the campaign works by.</summary>
    /// <exception cref="InvalidOperationException">The campaign was not issued: doors ask first.</exception>
    public async Task<int> PlanInForce(string campaign)
    {
        await using var db = database.OpenToRead();
        return (await db.Campaigns.FindAsync(campaign) ?? throw new InvalidOperationException($"{campaign} was not issued.")).PlanVersion;
    }

    /// <summary>How far units are with a group's problems, by their numbers.</summary>
    public async Task<IReadOnlyDictionary<int, MendingStage>> Mending(string campaign, string group)
    {
        await using var db = database.OpenToRead();
        return (await All(db, campaign)).Where(p => p.Group == group).ToDictionary(p => p.Problem.Number, p => p.Mending);
    }

    /// <summary>All problems of a campaign, group by group in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<FoundProblem>> All(CoordinationDb db, string campaign, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.Problems.AsNoTracking().Where(p => p.Campaign == campaign)
            .GroupJoin(db.Obligations.AsNoTracking(), p => new { p.Campaign, p.Unit, p.Duty }, o => new { o.Campaign, o.Unit, o.Duty }, (p, owed) => new { p, owed })
            .SelectMany(x => x.owed.DefaultIfEmpty(), (x, o) => new { Row = x.p, Owed = o }).ToListAsync(cancellation);
        return [.. rows.OrderBy(r => r.Row.Team.Length).ThenBy(r => r.Row.Team, StringComparer.Ordinal).ThenBy(r => r.Row.Number)
            .Select(r => new FoundProblem(r.Row.Team, StoredJson.Read<SupervisionProblem>(r.Row.Payload), r.Owed))];
    }

    /// <summary>Those that are not struck off, as a meeting speaks of them.</summary>
    internal static async Task<IReadOnlyList<AgendaProblem>> Open(CoordinationDb db, string campaign) =>
        [.. (await All(db, campaign)).Where(p => p.Problem.Stage != ProblemStage.StruckOff).Select(p => new AgendaProblem(
            string.Create(CultureInfo.InvariantCulture, $"problem/{p.Group}/{p.Problem.Number}"), p.Problem.Unit, SupervisionNames.Problem(p.Group, p.Problem.Number), p.Problem.Text, p.Due,
            p.Light(p.Due) == ProblemLight.ToCheck, p.Owed?.ExtensionStage == "asked" ? p.Owed.ExtensionTo : null))];
}
