using System.CommandLine;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Server.Api.Calendars;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary><c>calendar</c>: holiday papers. <c>paper</c> prints one, <c>preview</c> says what it would move, <c>import</c> takes it in.</summary>
internal static class CalendarCommand
{
    internal static Command Create() => new("calendar", "Holiday papers: print one, see what a new one would move, import it.")
    {
        PaperCommand(), PreviewCommand(), ImportCommand(),
    };

    private static Command PaperCommand()
    {
        var id = new Argument<string>("id") { Description = "2021-1, or region and day of publication of a layer: 420000-20200201." };
        var command = new Command("paper", "Print a paper that the program came with, in the form in which one is imported: a template.") { id };
        command.SetAction(parsed => Print(parsed.GetRequiredValue(id)));
        return command;
    }

    private static Command PreviewCommand()
    {
        var (file, json, server) = (FileArgument(), JsonOption(), new ServerOptions());
        var command = new Command("preview", "Ask a running server what importing the paper would move. Changes nothing.") { file, json };
        server.AddTo(command);
        command.SetAction((parsed, cancellation) => Preview(parsed.GetRequiredValue(file), server.Read(parsed), parsed.GetValue(json), cancellation));
        return command;
    }

    private static Command ImportCommand()
    {
        var (file, json, server) = (FileArgument(), JsonOption(), new ServerOptions());
        var reason = new Option<string>("--reason") { Description = "Why; kept with every reminder that moves.", Required = true };
        var command = new Command("import", "Import the paper into a running server: every campaign of its region works by it at once. Repeating it changes nothing.") { file, reason, json };
        server.AddTo(command);
        command.SetAction((parsed, cancellation) => Import(parsed.GetRequiredValue(file), parsed.GetRequiredValue(reason), server.Read(parsed), parsed.GetValue(json), cancellation));
        return command;
    }

    private static Argument<FileInfo> FileArgument() => new("file") { Description = "The paper or layer, a JSON file." };

    private static Option<bool> JsonOption() => new("--json") { Description = "The server's answer as one JSON object." };

    private static int Print(string id)
    {
        var table = ShippedCalendars.HolidayTable;
        var known = table.Papers.Select(p => p.Id).Concat(table.Regions.Select(l => l.Id));
        var paper = table.Find(id) ?? throw new CommandRefusedException($"The program came with no paper '{id}'. There are: {string.Join(", ", known)}.");
        System.Console.WriteLine(paper.Json);
        return ExitCode.Done;
    }

    private static async Task<int> Preview(FileInfo file, SignedInServer server, bool json, CancellationToken cancellation)
    {
        using var asked = server;
        var found = await server.Ask<PaperPreviewView>("/api/v1/calendar/papers/preview", Read(file), cancellation);
        System.Console.WriteLine(json ? JsonLine.Of(found) : CalendarWords.Of(found));
        return ExitCode.Done;
    }

    private static async Task<int> Import(FileInfo file, string reason, SignedInServer server, bool json, CancellationToken cancellation)
    {
        using var asked = server;
        var done = await server.Ask<ImportedPaperView>("/api/v1/calendar/papers", new { reason, content = Read(file) }, cancellation);
        System.Console.WriteLine(json ? JsonLine.Of(done) : CalendarWords.Of(done));
        return ExitCode.Done;
    }

    private static System.Text.Json.JsonElement Read(FileInfo file)
    {
        var text = TextFile.Read(file, 3 * CalendarPaper.LongestText); // a Chinese character has three bytes
        try
        {
            return System.Text.Json.JsonDocument.Parse(CalendarPaper.Parse(text).Json).RootElement;
        }
        catch (FormatException unreadable)
        {
            throw new CommandRefusedException($"{file}: {unreadable.Message}", unreadable);
        }
    }
}
