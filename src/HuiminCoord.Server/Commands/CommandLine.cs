using System.CommandLine;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary>The commands of the one executable.</summary>
public static class CommandLine
{
    /// <summary>After Ctrl+C a command may still finish what it is doing for so long.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    /// <summary>Runs what the arguments ask for; without arguments the shipped plan is served as a rehearsal.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("HuiminCoord coordinates a district's campaign: who owes what by when, who is told, and what was done.\nWithout a command it serves the shipped plan as a rehearsal in which a day takes two seconds.")
        {
            ServeCommand.Create(),
            new Command("plan", "Read a plan file.") { PlanCheckCommand.Create(), PlanDutiesCommand.Create(), PlanDiffCommand.Create() },
            DeadlineCommand.Create(),
            CalendarCommand.Create(),
            RehearseCommand.Create(),
            WatchCommand.Create(),
            ApiCommand.Create(),
            AuditCommand.Create(),
        };
        root.SetAction((_, cancellation) => ServeCommand.RunDefault(cancellation));
        var (parsed, errors) = Parse(root, args);
        if (parsed is null || errors.Count > 0)
        {
            await System.Console.Error.WriteLineAsync(string.Join('\n', errors.Append("Add --help to see what can be said.")));
            return ExitCode.Usage;
        }

        return await Invoke(parsed);
    }

    /// <summary>A validator that asks for a value which did not parse throws what the parser would have said.</summary>
    private static (ParseResult? Parsed, IReadOnlyList<string> Errors) Parse(RootCommand root, string[] args)
    {
        try
        {
            var parsed = root.Parse(args);
            return (parsed, [.. parsed.Errors.Select(e => e.Message)]);
        }
        catch (InvalidOperationException unreadable)
        {
            return (null, [unreadable.Message]);
        }
    }

    private static async Task<int> Invoke(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopWithin });
        }
        catch (Exception refused) when (refused is CommandRefusedException or DataDirectoryInUseException or DatabaseInUseException or PlanTakenException or SchemaTooNewException
            or AuditKeysException or AuditUnreadableException)
        {
            await System.Console.Error.WriteLineAsync(refused.Message);
            return ExitCode.Refused;
        }
        catch (LoopbackOnlyException refused)
        {
            await System.Console.Error.WriteLineAsync(refused.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done;
        }
    }
}
