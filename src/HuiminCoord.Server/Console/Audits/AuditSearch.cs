using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Server.Api.Audits;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Audits;

/// <summary>What somebody looks for in an audit: as it is typed, and as it stands in the address bar.</summary>
internal sealed record AuditSearch
{
    /// <summary>Where it is shown.</summary>
    internal const string Path = "/audit";

    /// <summary>Where it is had as a file.</summary>
    internal const string File = "/audit/export";

    /// <summary>A campaign's id, or <c>server</c>; null = the first campaign.</summary>
    public string? Chain { get; set; }

    public string? Actor { get; set; }

    public string? Event { get; set; }

    public string? Unit { get; set; }

    public string? Grain { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    /// <summary>True when nothing narrows it.</summary>
    internal bool IsOpen => Clean(Actor) is null && Clean(Event) is null && Clean(Unit) is null && Clean(Grain) is null && Clean(From) is null && Clean(Until) is null;

    internal static AuditSearch Of(IQueryCollection query) => new()
    {
        Chain = query["chain"],
        Actor = query["actor"],
        Event = query["event"],
        Unit = query["unit"],
        Grain = query["grain"],
        From = query["from"],
        Until = query["until"],
    };

    /// <summary>The chain that is meant; null = there is none such.</summary>
    internal string? FindChain(IReadOnlyList<Plan> campaigns) =>
        Chain == AuditLog.Server ? AuditLog.Server
        : Clean(Chain) is not { } wanted ? campaigns.Select(c => c.Campaign.Value).FirstOrDefault(AuditLog.Server)
        : campaigns.Any(c => c.Campaign.Value == wanted) ? wanted
        : null;

    /// <summary>The chain that is meant.</summary>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>.</exception>
    internal string ChainAmong(IReadOnlyList<Plan> campaigns) =>
        FindChain(campaigns) ?? throw new RefusedException(new Refusal("campaign.unknown", CampaignDirectory.Shown(Clean(Chain)!)));

    /// <summary>The same as the API asks.</summary>
    /// <exception cref="RefusedException"><c>date.malformed</c>.</exception>
    internal AuditFilter Read() => new(Clean(Actor), Clean(Event), Clean(Grain), Clean(Unit), TypedDay.Read(Clean(From)), TypedDay.Read(Clean(Until)));

    /// <summary>Its address.</summary>
    /// <param name="path"><see cref="Path"/> or <see cref="File"/>.</param>
    /// <param name="next">Where the page begins; null = at the latest.</param>
    /// <param name="row">The row that is open; null = none.</param>
    internal string At(string path = Path, string? next = null, long? row = null)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("chain", Chain), ("actor", Actor), ("event", Event), ("unit", Unit), ("grain", Grain), ("from", From), ("until", Until),
            ("next", next), ("row", row?.ToString(CultureInfo.InvariantCulture)),
        };
        return path + QueryString.Create(parts.Where(p => Clean(p.Value) is not null).Select(p => KeyValuePair.Create(p.Name, Clean(p.Value)))).Value;
    }

    /// <summary>Nothing is looked for by signs that cannot be seen.</summary>
    private static string? Clean(string? text) => string.Concat((text ?? "").Where(c => !char.IsControl(c))).Trim() is { Length: > 0 } rest ? rest : null;
}
