using System.CommandLine;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Server.Commands;

/// <summary><c>watch</c>: one inbox in the terminal, line by line, across lost connections and server restarts.</summary>
internal static class WatchCommand
{
    private static readonly string[] UnitSeats = [.. Enum.GetValues<SeatKind>().Select(Recipients.Name)];
    private static readonly string[] OwnSeats = [Recipients.Office, Recipients.Convenor, Recipients.Group];

    private static readonly string DefaultSeat = Recipients.Name(SeatKind.Liaison);

    internal static Command Create()
    {
        var unit = new Option<string?>("--unit") { Description = "Member unit: its id, name or alias. Not needed for --seat office, convenor or group." };
        var seat = new Option<string>("--seat") { Description = "Whose inbox: liaison, deputy or leader of the unit; office, convenor or group.", DefaultValueFactory = _ => DefaultSeat };
        seat.AcceptOnlyFromAmong([.. UnitSeats, .. OwnSeats]);
        var url = new Option<Uri>("--url") { Description = "The server.", DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"), CustomParser = ReadUrl };
        var since = new Option<long>("--since") { Description = "Print only messages after this sequence; 0 prints all.", DefaultValueFactory = _ => 0 };
        var campaign = new Option<string?>("--campaign") { Description = "Campaign id; needed only when the server has several." };
        var json = new Option<bool>("--json") { Description = "One JSON object per line." };
        var command = new Command("watch", "Prints the messages of one inbox as they arrive; none is lost or repeated while the server is away. Ctrl+C ends it.")
        {
            unit, seat, url, since, campaign, json,
        };
        since.Validators.Add(result =>
        {
            if (result.Tokens is [var number] && number.Value.StartsWith('-'))
            {
                result.AddError("--since cannot be negative.");
            }
        });
        command.Validators.Add(result =>
        {
            // Defaults are not filled in yet, and a value that did not parse must not be asked for: only what was typed counts.
            var named = result.GetResult(seat) is { Tokens: [.., var typed] } ? typed.Value : DefaultSeat;
            if (UnitSeats.Contains(named) && result.GetResult(unit) is null)
            {
                result.AddError($"--seat {named} needs --unit.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var named = UnitSeats.Contains(parsed.GetValue(seat)) ? parsed.GetValue(unit) : null;
            var request = new WatchRequest(parsed.GetValue(url)!, named, parsed.GetValue(seat)!, parsed.GetValue(campaign), parsed.GetValue(since), parsed.GetValue(json));
            return new InboxWatcher(request, new WatchPrinter(Console.Out, request.Json), Console.Error, TimeProvider.System).Run(cancellation);
        });
        return command;
    }

    private static Uri? ReadUrl(System.CommandLine.Parsing.ArgumentResult result)
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
