using System.CommandLine;
using System.Globalization;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Auditing;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Serving;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary><c>serve</c>: the server, live or as a rehearsal in which time flies.</summary>
internal static class ServeCommand
{
    /// <summary>Where the server listens unless told otherwise.</summary>
    internal const string DefaultUrl = "http://127.0.0.1:5080";

    private const double DefaultPace = 2;

    private static readonly Option<FileInfo?> Plan = new("--plan") { Description = "The plan; the shipped one if left out." };
    private static readonly Option<DirectoryInfo?> Data = new("--data") { Description = "Where the database is kept; default: data/rehearsal or data/live here. A restart goes on from it. PostgreSQL instead: set HUIMINCOORD_POSTGRESQL (deploy/README.md)." };
    private static readonly Option<string> Urls = new("--urls") { Description = "Address to listen on: this machine only, unless --live and HUIMINCOORD_PUBLIC_URL say otherwise.", DefaultValueFactory = _ => DefaultUrl };
    private static readonly Option<bool> Live = new("--live") { Description = "Use the real clock." };
    private static readonly Option<DateOnly?> Rehearsal = new("--rehearsal") { Description = "First day of a rehearsal; default: the day of the plan's issue.", CustomParser = Days.Parse };
    private static readonly Option<double> PaceOption = new("--pace") { Description = "Real seconds that a campaign day takes in a rehearsal.", DefaultValueFactory = _ => DefaultPace };
    private static readonly Option<bool> Paused = new("--paused") { Description = "A rehearsal's time stands still until somebody lets it go." };
    private static readonly Option<int> Seed = new("--seed") { Description = "How units behave in a rehearsal.", DefaultValueFactory = _ => 1 };
    private static readonly Option<DateOnly?> PapersUntilOption = PapersUntil.Option();
    private static readonly Option<bool> NoPlayers = new("--no-players") { Description = "In a rehearsal nobody acts but you." };

    internal static Command Create()
    {
        var command = new Command("serve", "Serve a campaign: API, push and reminders.") { Plan, Data, Urls, Live, Rehearsal, PaceOption, Paused, Seed, NoPlayers, PapersUntilOption };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(Live) && parsed.GetResult(Rehearsal) is not null)
            {
                parsed.AddError("--live and --rehearsal exclude each other.");
            }

            if (parsed.GetValue(Live) && parsed.GetValue(Paused))
            {
                parsed.AddError("--live and --paused exclude each other: real time cannot be paused.");
            }

            // Defaults are not filled in yet: only what was typed is looked at.
            if (parsed.GetResult(PaceOption) is { Implicit: false } && !Pace.IsPossible(parsed.GetValue(PaceOption)))
            {
                parsed.AddError(string.Create(CultureInfo.InvariantCulture, $"--pace takes {Pace.Fastest} to {Pace.Slowest} seconds per day."));
            }

            var open = parsed.GetValue(Live) && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PublicAddress.Variable));
            if (!open && parsed.GetValue(Urls) is { } urls && NotLoopback(urls) is { } why)
            {
                parsed.AddError(why);
            }
        });
        command.SetAction((parsed, cancellation) => Run(parsed, cancellation));
        return command;
    }

    private static string? NotLoopback(string urls)
    {
        try
        {
            LoopbackOnly.Require([urls]);
            return null;
        }
        catch (Exception refused) when (refused is LoopbackOnlyException or FormatException)
        {
            return refused.Message;
        }
    }

    /// <summary>What happens without any argument.</summary>
    internal static Task<int> RunDefault(CancellationToken cancellation) => Run(Create().Parse([]), cancellation);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var file = PlanFile.Open(parsed.GetValue(Plan));
        var plan = file.Require();
        var live = parsed.GetValue(Live);
        var start = parsed.GetValue(Rehearsal) ?? plan.Document.IssuedOn;
        RequireWithin(plan, start);
        var directory = parsed.GetValue(Data)?.FullName ?? DefaultDirectory(live);
        var channels = ChannelSettings.From(Environment.GetEnvironmentVariable);
        var settings = new ServeSettings(
            plan,
            file.Json,
            directory,
            parsed.GetValue(Urls)!,
            live ? null : new RehearsalSettings(ChinaTime.StartOf(start), new(parsed.GetValue(PaceOption)), parsed.GetValue(NoPlayers) ? null : parsed.GetValue(Seed), parsed.GetValue(Paused)))
        {
            PostgreSql = PostgreSql(live, parsed.GetValue(Data)),
            Public = live ? PublicAddress.From(Environment.GetEnvironmentVariable) : null,
            Accounts = live ? AccountSettings.From(Environment.GetEnvironmentVariable) : AccountSettings.Rehearsal,
            External = live ? ExternalSettings.From(Environment.GetEnvironmentVariable) : null,
            Audit = AuditPlaces.From(Environment.GetEnvironmentVariable, directory),
            Channels = channels,
            KeeperMail = live ? KeeperMailSettings.From(Environment.GetEnvironmentVariable, channels) : null,
            Holidays = PapersUntil.Table(parsed.GetValue(PapersUntilOption)),
        };
        await ServedCampaign.Run(settings, cancellation);
        return ExitCode.Done;
    }

    private static void RequireWithin(Domain.Plans.Plan plan, DateOnly start)
    {
        if (start < plan.Document.IssuedOn)
        {
            throw new CommandRefusedException($"The plan is issued on {plan.Document.IssuedOn:yyyy-MM-dd}; a rehearsal cannot start before it.");
        }

        if (start > plan.Window.To)
        {
            throw new CommandRefusedException($"The campaign ends on {plan.Window.To:yyyy-MM-dd}; a rehearsal cannot start after it.");
        }
    }

    /// <summary>Where data is kept when nobody says so.</summary>
    internal static string DefaultDirectory(bool live) => Path.GetFullPath(Path.Combine("data", live ? "live" : "rehearsal"));

    /// <summary>The database that the environment names, where it fits what was asked for.</summary>
    private static PostgreSqlSettings? PostgreSql(bool live, DirectoryInfo? data)
    {
        var named = PostgreSqlSettings.From(Environment.GetEnvironmentVariable);
        if (named is not null && data is not null)
        {
            throw new CommandRefusedException($"--data and {PostgreSqlSettings.DatabaseVariable} name two databases. Leave one of them out.");
        }

        return named?.Cluster is not null && !live
            ? throw new CommandRefusedException($"A rehearsal is one server: its virtual time has one driver. Add --live, or unset the {ClusterSettings.Prefix}… variables.")
            : named;
    }
}
