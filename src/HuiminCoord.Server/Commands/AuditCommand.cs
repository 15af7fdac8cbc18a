using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Settings;
using Spectre.Console;

namespace HuiminCoord.Server.Commands;

/// <summary><c>audit verify</c>: computes the whole audit anew and names every row that was changed, removed, swapped, added or cut off.</summary>
internal static class AuditCommand
{
    private static readonly Option<DirectoryInfo?> Data = new("--data") { Description = "Data directory; default: data/live here, or data/rehearsal. PostgreSQL instead: set HUIMINCOORD_POSTGRESQL." };
    private static readonly Option<FileInfo[]> Checkpoints = new("--checkpoints") { Description = "Published checkpoints, best the second keeper's copy; may be repeated. Default: the file that the server writes.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<FileInfo?> Key = new("--key") { Description = "Key file or its public half (PEM). Default: the server's own." };
    private static readonly Option<string?> Campaign = new("--campaign") { Description = $"Only this campaign, or {AuditLog.Server} for what belongs to none." };
    private static readonly Option<bool> Json = new("--json") { Description = "The result as one JSON object." };

    internal static Command Create()
    {
        var verify = new Command("verify", "Verify the audit. It writes nothing and may run beside a server. Exit code 0: sound; 1: not, or not verifiable.") { Data, Checkpoints, Key, Campaign, Json };
        verify.SetAction((parsed, cancellation) => Run(parsed, cancellation));
        return new("audit", "The audit: everything that happened, sealed against changes.") { verify };
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var directory = parsed.GetValue(Data)?.FullName ?? UsualDirectory();
        var places = AuditPlaces.From(Environment.GetEnvironmentVariable, directory);
        await using var database = Open(parsed.GetValue(Data), directory);
        using var keys = Keys(parsed.GetValue(Key), places);
        var files = parsed.GetValue(Checkpoints) is { Length: > 0 } named ? [.. named.Select(f => f.FullName)]
            : File.Exists(places.Checkpoints) ? new[] { places.Checkpoints } : [];
        var report = await WithProgress(new AuditVerification(database, keys), parsed.GetValue(Campaign), files, cancellation);
        System.Console.WriteLine(parsed.GetValue(Json) ? JsonLine.Of(AuditWords.Summary(report, files)) : AuditWords.Of(report, files));
        return report.Sound ? ExitCode.Done : ExitCode.Refused;
    }

    private static string UsualDirectory()
    {
        var (live, rehearsal) = (ServeCommand.DefaultDirectory(live: true), ServeCommand.DefaultDirectory(live: false));
        return !File.Exists(CoordinationDatabase.FileIn(live)) && File.Exists(CoordinationDatabase.FileIn(rehearsal)) ? rehearsal : live;
    }

    private static CoordinationDatabase Open(DirectoryInfo? data, string directory)
    {
        var settings = PostgreSqlSettings.From(Environment.GetEnvironmentVariable);
        if (settings is not null)
        {
            return data is null
                ? CoordinationDatabase.OnPostgreSql(settings.ConnectionString)
                : throw new CommandRefusedException($"--data and {PostgreSqlSettings.DatabaseVariable} name two databases. Leave one of them out.");
        }

        try
        {
            return CoordinationDatabase.InDirectoryToRead(directory);
        }
        catch (FileNotFoundException absent)
        {
            throw new CommandRefusedException($"{absent.Message} Name the data directory with --data.", absent);
        }
    }

    private static AuditKeys? Keys(FileInfo? named, AuditPlaces places)
    {
        try
        {
            return named is not null ? AuditKeys.Read(named.FullName) : File.Exists(places.Keys) ? AuditKeys.Read(places.Keys) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"--key {named?.FullName ?? places.Keys}: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>On the error stream: the result has the output stream to itself.</summary>
    private static Task<AuditReport> WithProgress(AuditVerification verification, string? campaign, IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        return !console.Profile.Capabilities.Interactive || System.Console.IsErrorRedirected
            ? Verify((_, _) => { })
            : console.Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context =>
                {
                    var bar = context.AddTask("rows");
                    return Verify((seen, total) => (bar.MaxValue, bar.Value) = (Math.Max(total, 1), seen));
                });

        async Task<AuditReport> Verify(Action<long, long> progress)
        {
            try
            {
                return await verification.Run(campaign, files, progress, cancellation);
            }
            catch (Exception unreadable) when (unreadable is DbException or SocketException or TimeoutException)
            {
                throw new CommandRefusedException($"The database cannot be read: {unreadable.Message}", unreadable);
            }
        }
    }
}
