using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Auditing;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Serving;

/// <summary>What is served.</summary>
/// <param name="PlanJson">The plan as its file says it.</param>
/// <param name="Directory">Where the SQLite database is kept, unless <see cref="PostgreSql"/> is set.</param>
/// <param name="Urls">Loopback addresses to listen on.</param>
/// <param name="Rehearsal">Null = live.</param>
public sealed record ServeSettings(Plan Plan, string PlanJson, string Directory, string Urls, RehearsalSettings? Rehearsal)
{
    /// <summary>Holiday papers that the program is to have come with; null = all that it did.</summary>
    public HolidayTable? Holidays { get; init; }

    /// <summary>Null = SQLite. A live server then is one silo of the database's cluster; a rehearsal is alone on its database.</summary>
    public PostgreSqlSettings? PostgreSql { get; init; }

    /// <summary>Where the audit's key and its published checkpoints are.</summary>
    public AuditPlaces Audit { get; init; } = AuditPlaces.From(_ => null, Directory);

    /// <summary>An identity provider beside our passwords; null = there is none.</summary>
    public ExternalSettings? External { get; init; }

    /// <summary>Who gets the audit's checkpoints by mail; null = nobody.</summary>
    public KeeperMailSettings? KeeperMail { get; init; }

    /// <summary>What may be used to reach people outside.</summary>
    public ChannelSettings Channels { get; init; } = ChannelSettings.None;

    /// <summary>The cluster that the server joins; null = it is alone.</summary>
    public ClusterSettings? Cluster => Rehearsal is null && PostgreSql is { } database ? database.Cluster ?? ClusterSettings.Default : null;

    /// <summary>Where other machines reach it; null = this machine only.</summary>
    public PublicAddress? Public { get; init; }

    /// <summary>How people sign in.</summary>
    public AccountSettings Accounts { get; init; } = Rehearsal is null ? AccountSettings.Default : AccountSettings.Rehearsal;

    /// <summary>Where the data is, as it may be printed.</summary>
    public string Place => PostgreSql?.Place ?? Directory;
}

/// <summary>A served rehearsal.</summary>
/// <param name="Start">When it begins, unless an earlier process got further.</param>
/// <param name="Seed">How units behave; null = nobody acts but the people at the API.</param>
/// <param name="Paused">Time stands still until somebody lets it go.</param>
public sealed record RehearsalSettings(DateTimeOffset Start, Pace Pace, int? Seed, bool Paused = false);
