using System.CommandLine;
using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Settings;
using HuiminCoord.Server.Telemetry;

namespace HuiminCoord.Server.Commands;

/// <summary><c>watch</c>: one inbox in the terminal, line by line, across lost connections and server restarts.</summary>
internal static class WatchCommand
{
    private static readonly string[] UnitSeats = [.. Enum.GetValues<SeatKind>().Select(Recipients.Name)];
    private static readonly string[] OwnSeats = ["office-director", "office-staff", "convenor", "group"];

    private static readonly string DefaultSeat = Recipients.Name(SeatKind.Liaison);

    private static readonly Option<string?> Unit = new("--unit") { Description = "Member unit: its id, or its name or alias in the shipped plan. Not needed for seats that belong to no unit." };
    private static readonly Option<string> Seat = new("--seat") { Description = "The seat: liaison, deputy or leader of the unit; office-director, office-staff, convenor or group.", DefaultValueFactory = _ => DefaultSeat };
    private static readonly Option<Uri> Url = new("--url") { Description = "The server.", DefaultValueFactory = _ => new Uri(ServeCommand.DefaultUrl), CustomParser = ReadUrl };
    private static readonly Option<long> Since = new("--since") { Description = "Print only messages after this sequence; 0 prints all.", DefaultValueFactory = _ => 0 };
    private static readonly Option<string?> Campaign = new("--campaign") { Description = "Campaign id; needed only when the server has several." };
    private static readonly Option<string?> Account = SignInOptions.Account("the rehearsal's demo account of the seat, such as jiaoyu-liaison");
    private static readonly Option<string?> Code = SignInOptions.Code();
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
        var command = new Command("watch", "Signs in and prints the messages of one seat's inbox as they arrive; none is lost or repeated while the server is away. Ctrl+C ends it.")
        {
            Unit, Seat, Account, Code, Url, Since, Campaign, Json,
        };
        command.Validators.Add(result =>
        {
            // Defaults are not filled in yet, and a value that did not parse must not be asked for: only what was typed counts.
            var seat = result.GetResult(Seat) is { Tokens: [.., var typed] } ? typed.Value : DefaultSeat;
            if (UnitSeats.Contains(seat) && result.GetResult(Unit) is null && result.GetResult(Account) is null)
            {
                result.AddError($"--seat {seat} needs --unit or --account.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var seat = SeatOf(parsed.GetValue(Seat)!, parsed.GetValue(Unit));
        var login = parsed.GetValue(Account) ?? DemoAccounts.LoginOf(SeatAddress.Find(seat) ?? throw new CommandRefusedException($"'{seat}' is no seat."));
        var request = new WatchRequest(
            parsed.GetValue(Url)!, SignInOptions.Read(login, parsed.GetValue(Code)), seat, parsed.GetValue(Campaign), parsed.GetValue(Since), parsed.GetValue(Json));
        using var stop = new StopSignal(cancellation);
        using var traces = Export.OfClient("huimincoord-watch");
        return await new InboxWatcher(request, new WatchPrinter(System.Console.Out, request.Json), System.Console.Error, TimeProvider.System).Run(stop.Token);
    }

    /// <summary>The seat's address; null leaves it to the account. Names of units are those of the shipped plan.</summary>
    private static string? SeatOf(string seat, string? unit)
    {
        if (!UnitSeats.Contains(seat))
        {
            return seat;
        }

        var named = PlanFile.Open(null).Require().Units.FirstOrDefault(u => u.Id.Value == unit || u.Name == unit || u.Aliases.Contains(unit ?? ""));
        return unit is null ? null : $"{named?.Id.Value ?? unit}/{seat}";
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
/// <param name="Seat">The seat's address; null = the account's first.</param>
/// <param name="Campaign">The seat's campaign; null where it is held in one only.</param>
/// <param name="Since">The last sequence not to print.</param>
internal sealed record WatchRequest(Uri Url, Credentials Credentials, string? Seat, string? Campaign, long Since, bool Json);
