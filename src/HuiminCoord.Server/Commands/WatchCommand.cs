using System.CommandLine;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Telemetry;

namespace HuiminCoord.Server.Commands;

/// <summary><c>watch</c>: one inbox in the terminal, line by line, across lost connections and server restarts.</summary>
internal static class WatchCommand
{
    private static readonly string[] UnitSeats = [.. Enum.GetValues<SeatKind>().Select(Recipients.Name)];
    private static readonly string[] OwnSeats = [Recipients.Office, Recipients.Convenor, Recipients.Group];

    private static readonly string DefaultSeat = Recipients.Name(SeatKind.Liaison);

    private static readonly Option<string?> Unit = new("--unit") { Description = "Member unit: its id, name or alias. Not needed for --seat office, convenor or group." };
    private static readonly Option<string> Seat = new("--seat") { Description = "Whose inbox: liaison, deputy or leader of the unit; office, convenor or group.", DefaultValueFactory = _ => DefaultSeat };
    private static readonly Option<Uri> Url = new("--url") { Description = "The server.", DefaultValueFactory = _ => new Uri(ServeCommand.DefaultUrl), CustomParser = ReadUrl };
    private static readonly Option<long> Since = new("--since") { Description = "Print only messages after this sequence; 0 prints all.", DefaultValueFactory = _ => 0 };
    private static readonly Option<string?> Campaign = new("--campaign") { Description = "Campaign id; needed only when the server has several." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per line." };

    static WatchCommand()
    {
        Seat.AcceptOnlyFromAmong([.. UnitSeats, .. OwnSeats]);
        Since.Validators.Add(result =>
        {
            if (result.Tokens is [var number] && number.Value.StartsWith('-'))
            {
                result.AddError("--since cannot be negative.");
            }
        });
    }

    internal static Command Create()
    {
        var command = new Command("watch", "Prints the messages of one inbox as they arrive; none is lost or repeated while the server is away. Ctrl+C ends it.")
        {
            Unit, Seat, Url, Since, Campaign, Json,
        };
        command.Validators.Add(result =>
        {
            // Defaults are not filled in yet, and a value that did not parse must not be asked for: only what was typed counts.
            var seat = result.GetResult(Seat) is { Tokens: [.., var typed] } ? typed.Value : DefaultSeat;
            if (UnitSeats.Contains(seat) && result.GetResult(Unit) is null)
            {
                result.AddError($"--seat {seat} needs --unit.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var seat = parsed.GetValue(Seat)!;
        var unit = UnitSeats.Contains(seat) ? parsed.GetValue(Unit) : null;
        var request = new WatchRequest(parsed.GetValue(Url)!, unit, seat, parsed.GetValue(Campaign), parsed.GetValue(Since), parsed.GetValue(Json));
        using var stop = new StopSignal(cancellation);
        using var traces = Export.OfClient("huimincoord-watch");
        return await new InboxWatcher(request, new WatchPrinter(Console.Out, request.Json), Console.Error, TimeProvider.System).Run(stop.Token);
    }

    internal static Uri? ReadUrl(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        result.AddError($"'{result.Tokens.Single().Value}' is not an http address.");
        return null;
    }
}

/// <summary>What to watch.</summary>
/// <param name="Unit">Id, name or alias; null for a seat that belongs to no unit.</param>
/// <param name="Campaign">Null = the only campaign of the server.</param>
/// <param name="Since">The last sequence not to print.</param>
internal sealed record WatchRequest(Uri Url, string? Unit, string Seat, string? Campaign, long Since, bool Json);
