using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api;
using HuiminCoord.Server.Channels;
using HuiminCoord.Server.Console;
using HuiminCoord.Server.Health;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Push;
using HuiminCoord.Server.Rehearsals;
using HuiminCoord.Server.Telemetry;
using HuiminCoord.Server.Tests.Api.Whole;
using HuiminCoord.Server.Tests.Push;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests;

/// <summary>A whole server: Kestrel on loopback, a silo, SQLite in a directory, and a campaign in virtual time in which nobody acts by itself.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Campaign = "huimin-2020";

    /// <summary>Where the campaign is in the API.</summary>
    public const string Path = $"/api/v1/campaigns/{Campaign}";

    private readonly WebApplication _app;

    private DocumentedRefusals? _refusals;

    /// <summary>Null while somebody else looks after the directory.</summary>
    private readonly string? _ownDirectory;

    private TestServer(WebApplication app, CoordinationDatabase database, string? ownDirectory) => (_app, Database, _ownDirectory) = (app, database, ownDirectory);

    /// <summary>The shipped plan without its forms: most tests hand in reports by a word. Those of reports begin with <see cref="FormsJson"/>.</summary>
    public static string PlanJson { get; } = ShippedTexts.WithoutForms(FormsJson);

    public static Plan Plan { get; } = PlanReader.Read(PlanJson).Plan!;

    /// <summary>The shipped plan as it is.</summary>
    public static string FormsJson => ShippedTexts.Shipped;

    public CoordinationDatabase Database { get; }

    public Uri Url => new(_app.Urls.Single());

    public RehearsalDriver Driver => Service<RehearsalDriver>();

    /// <summary>Where requests come from.</summary>
    public required TestSeats Seats { get; init; }

    /// <summary>Each request comes from the seat that usually does what it asks.</summary>
    public HttpClient Http { get; private set; } = new();

    /// <summary>Starts a server, or starts one again on the same directory and port.</summary>
    /// <param name="begin">False leaves the database without a campaign.</param>
    /// <param name="holidays">Papers that the program is to have come with; null = all.</param>
    /// <param name="start">When the plan is issued; the morning of the notice unless told.</param>
    /// <param name="seed">How units behave; null = nobody acts by itself.</param>
    /// <param name="settings">Settings as environment variables would make them.</param>
    /// <param name="live">A real clock instead of the driver's, and how often it is looked at.</param>
    /// <param name="with">What is put in beside the rest.</param>
    /// <param name="postgreSql">A PostgreSQL database instead of SQLite in a directory.</param>
    /// <param name="accounts">How people sign in; as in a rehearsal unless told.</param>
    /// <param name="forms">True begins with the forms of the shipped plan: reports are filled in and approved.</param>
    /// <param name="demo">False leaves the server without accounts: nobody can sign in yet.</param>
    public static async Task<TestServer> Start(
        string? directory = null, int port = 0, bool begin = true, IEnumerable<KeyValuePair<string, string>>? settings = null,
        (CampaignClock Clock, TimekeepingOptions Timekeeping)? live = null, Action<IServiceCollection>? with = null,
        HolidayTable? holidays = null, int? seed = null, DateTimeOffset? start = null, AccountSettings? accounts = null, string? postgreSql = null, bool demo = true, bool forms = false)
    {
        var own = directory is null && postgreSql is null ? Directory.CreateTempSubdirectory("huimin-doors-").FullName : null;
        var database = postgreSql is null ? CoordinationDatabase.InDirectory(directory ?? own!) : CoordinationDatabase.OnPostgreSql(postgreSql);
        await database.CreateOrUpgrade();
        var at = await RehearsalDriver.CursorOf(database, Campaign) ?? start ?? ChinaTime.At(Plan.Document.IssuedOn, new TimeOnly(8, 30));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}").UseConsoleFiles();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings?.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.AddCoordination(database, live?.Clock ?? CampaignClock.Virtual(at), live?.Timekeeping, holidays: holidays);
        builder.AddTelemetry();
        builder.Services.AddRehearsing().AddAccounts(accounts ?? AccountSettings.Rehearsal).AddCoordinationApi().AddPush().AddChannels().AddCoordinationHealth().AddConsole();
        with?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapCoordinationApi();
        app.MapPush();
        app.MapCoordinationHealth();
        app.MapConsole();
        var server = new TestServer(app, database, own) { Seats = new TestSeats(database, app.Services.GetRequiredService<CampaignClock>(), Plan) };
        _ = demo ? await server.Seats.Phrase : "";
        await app.StartAsync();
        server.Http = demo ? server.Seats.Client(server.Url) : new HttpClient { BaseAddress = server.Url };
        if (begin)
        {
            await server.Driver.Begin(forms ? PlanReader.Read(FormsJson).Plan! : Plan, forms ? FormsJson : PlanJson, seed);
        }

        return server;
    }

    /// <summary>Lets virtual time pass: everything due until then happens.</summary>
    public async Task RunUntil(DateOnly day, int hour)
    {
        var until = ChinaTime.At(day, new TimeOnly(hour, 0));
        while (await Driver.NextInstant() is { } next && next <= until)
        {
            await Driver.StepTo(next);
        }

        await Driver.StepTo(until);
    }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Asks for something and expects it.</summary>
    public async Task<JsonNode> Get(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Asks for something once the answered change is visible.</summary>
    public async Task<JsonNode> GetAfter(string path, JsonNode answer)
    {
        var read = await Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={answer["after"]}");
        Assert.True((bool)read["upToDate"]!, $"{path} does not show {answer["after"]} yet.");
        return read;
    }

    /// <summary>Asks for something that is refused; the problem and its status.</summary>
    public async Task<(int Status, JsonNode Problem)> Refused(string path, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, language);
    }

    /// <summary>Sends a command and lets it be told, as a rehearsal's driver does on its next beat; the answer and its status.</summary>
    public async Task<(int Status, JsonNode Body)> Post(string path, object? body, string? key = null, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        var answer = await Send(request, language);
        await Drain();
        return answer;
    }

    /// <summary>Sends anything.</summary>
    public async Task<(int Status, JsonNode Body)> Send(HttpRequestMessage request, string? language = null)
    {
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var read = text.Length == 0 ? new JsonObject() : answer.Content.Headers.ContentType?.MediaType == "text/csv" ? JsonValue.Create(text) : JsonNode.Parse(text)!;
        if (!answer.IsSuccessStatusCode)
        {
            _refusals ??= new DocumentedRefusals(await Get("/openapi/v1.json"));
            _refusals.Check(request.Method.Method, request.RequestUri!.IsAbsoluteUri ? request.RequestUri.AbsolutePath : request.RequestUri.OriginalString, read);
        }

        return ((int)answer.StatusCode, read);
    }

    /// <summary>Sends a command and expects it to be carried out.</summary>
    public async Task<JsonNode> Do(string path, object? body, string? key = null)
    {
        var (status, answer) = await Post(path, body, key);
        Assert.True(status == 200, $"{path}: {status} {answer.ToJsonString()}");
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
        if (_ownDirectory is { } own)
        {
            // On a busy machine something was still written here after the server had stopped; what goes on for ten seconds is a fault.
            await HubClient.Eventually(() => IsGone(own), gone => gone);
        }
    }

    private static bool IsGone(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: true);
            return true;
        }
        catch (IOException)
        {
            return !Directory.Exists(directory);
        }
    }

    /// <summary>Tells what was committed, as a rehearsal's driver does on its next beat.</summary>
    public async Task Drain()
    {
        using var quiet = Traces.Quiet();
        await Service<IGrainFactory>().GetGrain<IRelayGrain>(Shards.Key(Shards.Of(Campaign))).Drain();
    }

}
