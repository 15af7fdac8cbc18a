using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests;

/// <summary>Sits wherever a request is to be made from: every seat has its demo account, whose sessions are opened without a password.</summary>
internal sealed class TestSeats(CoordinationDatabase database, CampaignClock clock, params IReadOnlyList<Plan> plans)
{
    private readonly SessionBook _sessions = new(database, clock, AccountSettings.Rehearsal, TimeProvider.System);
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> _tokens = new(StringComparer.Ordinal);
    private Lazy<Task<string>>? _made;

    /// <summary>The pass phrase of all accounts; makes them when it is first asked for.</summary>
    public Task<string> Phrase => (_made ??= new(Make)).Value;

    /// <summary>Who acted, without the account: what a rehearsal's script does for the office, its director does in a server.</summary>
    public static string? Unsigned(string? actor) => actor?.Split('@')[0] is "office-director" ? "office" : actor?.Split('@')[0];

    /// <summary>The pass phrase of the server that will be started on a directory.</summary>
    public static async Task<string> PhraseIn(string directory)
    {
        await using var database = CoordinationDatabase.InDirectory(directory);
        await database.CreateOrUpgrade();
        return await new DemoAccounts(database, TimeProvider.System).Make(TestServer.Plan);
    }

    /// <summary>A token of the seat; null when the plan has no such seat.</summary>
    /// <param name="seat">Its address.</param>
    /// <param name="campaign">Where it is; a campaign that is not ours is tried from the first one.</param>
    public Task<string?> Token(string seat, string? campaign = null)
    {
        var at = plans.Select(p => p.Campaign.Value).FirstOrDefault(c => c == campaign) ?? plans[0].Campaign.Value;
        return _tokens.GetOrAdd($"{seat} {at}", _ => new(() => Open(seat, at))).Value;
    }

    /// <summary>A client whose requests come from the seat that usually does what is asked, or always from one.</summary>
    public HttpClient Client(Uri url, string? seat = null) => new(new Seated(this, seat)) { BaseAddress = url };

    /// <summary>The seat to which an inbox belongs.</summary>
    public static string SeatOf(string recipient) => recipient switch
    {
        "office" => "office-director",
        _ => recipient,
    };

    /// <summary>A token of a session of its own.</summary>
    public Task<string?> Fresh(string seat) => Open(seat, plans[0].Campaign.Value);

    /// <summary>A token of whoever would do in the office what is asked; an address that names nobody's unit is tried by some unit.</summary>
    public async Task<string?> TokenFor(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var body = request.Content is { Headers.ContentType.MediaType: "application/json" } content ? Parse(await content.ReadAsStringAsync()) : null;
        var unit = After(path, "units") ?? Text(body, "unit");
        var campaign = After(path, "campaigns");
        var seat = UsualSeat(request, path, body, unit);
        if (path is [.., "session", "seat" or "end"])
        {
            // These end the session they come from: it is nobody else's.
            return await Open(seat, plans[0].Campaign.Value);
        }

        return await Token(seat, campaign) ?? await Token(seat.Contains('/', StringComparison.Ordinal) ? "jiaoyu/liaison" : "office-director", campaign);
    }

    private async Task<string> Make()
    {
        var phrase = "";
        foreach (var plan in plans)
        {
            phrase = await new DemoAccounts(database, TimeProvider.System).Make(plan);
        }

        return phrase;
    }

    private async Task<string?> Open(string seat, string campaign)
    {
        await Phrase;
        await using var db = database.OpenToRead();
        var found = await db.Appointments.FirstOrDefaultAsync(a => a.Seat == seat && (a.Campaign == campaign || a.Campaign == "") && a.EndedAt == null);
        return found is null ? null : await _sessions.Open(SessionKind.Api, found.Account, found.Id, "test");
    }

    private static string? After(string[] path, string folder) => path.SkipWhile(p => p != folder).Skip(1).FirstOrDefault();

    private static string UsualSeat(HttpRequestMessage request, string[] path, JsonNode? body, string? unit)
    {
        var posts = request.Method == HttpMethod.Post;
        return path switch
        {
            [.., "supervision", _, "mandate"] => "office-director",
            _ when posts && path.Contains("supervision") => "group",
            [.., "meetings", _, "minutes", "confirm"] => "convenor",
            [.., "meetings", _, "minutes" or "session" or "decisions", _] => "office-director",
            [.., "session"] or [.., "session", _] => "jiaoyu/deputy",
            [.., "operator", _] or ["api", "v1", "accounts", ..] => "system-admin",
            ["api", "v1", "appointments" or "sessions", ..] => "security-admin",
            [.., "audit"] or [.., "audit", _] => "audit-admin",
            _ when path.Contains("inbox") || path.Contains("channels") => SeatOf(System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query)["recipient"] ?? "office"),
            [.., "meetings", _, "agree" or "return"] => "convenor",
            [.., "meetings", _, _] => "office-director",
            [.., "submit"] when posts && Text(body, "receivedAt") is not null => "office-director",
            [.., "submit" or "ask-extension"] or [.., "obligations", _, "withdraw"] or [.., "receipts", _, "confirm"] => $"{unit}/liaison",
            [.., "reports", _, "workbook"] when posts => $"{unit}/liaison",
            [.., "reports", _, "fields" or "propose" or "take-back"] => $"{unit}/liaison",
            [.., "reports", _, "approve" or "send-back"] => $"{unit}/leader",
            [.., "reports", _, "decide-reopening"] => "convenor",
            [.., "bulletins", _, "object" or "acknowledge"] => $"{unit}/liaison",
            [.., "seats", "leader", _] => "office-director",
            [.., "seats", _, _] => $"{unit}/leader",
            [.., "progress" or "block" or "milestones"] or [.., "milestones", _, _] when posts => $"{unit}/liaison",
            _ => "office-director",
        };
    }

    private static string? Text(JsonNode? body, string name) => body is JsonObject o && o[name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : null;

    private static JsonNode? Parse(string text)
    {
        try
        {
            var read = JsonNode.Parse(text);
            _ = (read as JsonObject)?.Count; // a name that stands twice shows itself only now
            return read;
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Signs each request that does not say itself who it comes from.</summary>
    private sealed class Seated(TestSeats seats, string? always) : DelegatingHandler(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.Headers.Contains("Authorization"))
            {
                var token = always is null ? await seats.TokenFor(request) : await seats.Token(always);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
