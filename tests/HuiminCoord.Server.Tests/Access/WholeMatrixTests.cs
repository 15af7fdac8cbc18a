using System.Net;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Access;

namespace HuiminCoord.Server.Tests.Access;

/// <summary>Every cell of the matrix, asked of a real server with real ids: own, of the own bureau, of others, of nobody.</summary>
/// <remarks>Requests carry no body and no key: whoever is let in is then refused by the door itself, so nothing changes.</remarks>
public sealed class WholeMatrixTests(PostgreSqlServer postgres)
{
    private const string Foreign = "other-2020", Nowhere = "nowhere-2020";

    /// <summary>A real seat of each role.</summary>
    private static readonly string[] Seats =
    [
        "convenor", "office-director", "office-staff", "jiaoyu/leader", "jiaoyu/liaison", "jiaoyu/deputy", "scjg/section-shipin", "group",
        "system-admin", "security-admin", "audit-admin",
    ];

    private static AccessMatrix Matrix => ShippedMatrix.Matrix;

    [Fact]
    public async Task On_SQLite_every_cell_holds()
    {
        await using var server = await TestServer.Start();
        await Exercise(server);
    }

    [Fact]
    public async Task On_PostgreSQL_every_cell_holds()
    {
        await using var server = await TestServer.Start(postgreSql: await postgres.NewDatabase());
        await Exercise(server);
    }

    private static async Task Exercise(TestServer server)
    {
        await BeginForeignCampaign(server);
        var doors = Doors.Of(server).Where(d => d.Address.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var door in doors.Where(d => !Matrix.IsOpen(d.Operation!)))
        {
            foreach (var seat in Seats)
            {
                foreach (var target in TargetsOf(door, SeatAddress.Find(seat)!))
                {
                    asked++;
                    if (await Wrong(server, door, seat, target) is { } fault)
                    {
                        wrong.Add(fault);
                    }
                }
            }

            asked++;
            wrong.AddRange(await OfNobody(server, door));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{doors.Count} doors, {Seats.Length} roles: {asked} requests.");
        Assert.True(asked > doors.Count * Seats.Length, $"{asked}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<string?> Wrong(TestServer server, Door door, string seat, Target target)
    {
        var address = SeatAddress.Find(seat)!;
        var expected = Matrix.Of(address.Role, RowOf(door, target));
        var (status, body) = await Ask(server, door, target, await Token(server, door, seat));
        var code = (string?)(body as JsonObject)?["code"];
        var where = $"{door.Operation} by {seat} at {target.Name}: {(int)status} {code}";
        if (expected == Reach.None)
        {
            return code == "access.denied" && status == HttpStatusCode.Forbidden ? null : $"{where}, should be denied";
        }

        if (!expected.HasFlag(target.Relation) || (target.OtherCampaign && !address.IsAdmin))
        {
            var absent = await Ask(server, door, target.Twin!, await Token(server, door, seat));
            var (found, missing) = (Plain(body, target), Plain(absent.Body, target.Twin!));
            return status == HttpStatusCode.NotFound && absent.Status == status && found == missing ? null : $"{where}, should be as absent\n  {found}\n  {missing}";
        }

        return code is "access.denied" or "access.sign-in-needed" || status >= HttpStatusCode.InternalServerError ? $"{where}, should be let in" : null;
    }

    private static async Task<IEnumerable<string>> OfNobody(TestServer server, Door door)
    {
        var faults = new List<string>();
        foreach (var token in new[] { null, "", "nonsense", new string('x', 5000) })
        {
            var (status, body) = await Ask(server, door, new Target("own", Reach.Own, "jiaoyu", "chi-1"), token);
            if (status != HttpStatusCode.Unauthorized || (string?)body["code"] != "access.sign-in-needed")
            {
                faults.Add($"{door.Operation} by nobody ({token?.Length}): {(int)status} {body}");
            }
        }

        return faults;
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> Ask(TestServer server, Door door, Target target, string? token)
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        var address = door.At(("campaign", target.Campaign), ("unit", target.Unit), ("task", target.Task), ("seat", target.Seat));
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), new Uri(address + (target.Recipient is { } r ? $"?recipient={r}" : ""), UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", token is null ? null : $"Bearer {token}");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text)! : new JsonObject());
    }

    /// <summary>What ends the session it comes from has one of its own.</summary>
    private static async Task<string?> Token(TestServer server, Door door, string seat) =>
        door.Operation is "endSession" or "chooseSeat" ? await server.Seats.Fresh(seat) : await server.Seats.Token(seat);

    private static string RowOf(Door door, Target target) =>
        door.Address.Contains("{seat}", StringComparison.Ordinal) && Matrix.Knows($"{door.Operation}/{target.Seat}") ? $"{door.Operation}/{target.Seat}" : door.Operation!;

    /// <summary>The refusal without the id and the address that were asked for.</summary>
    private static string Plain(JsonNode body, Target target)
    {
        (body as JsonObject)?.Remove("instance");
        return new[] { target.Campaign, target.Unit, target.Task, target.Recipient ?? "-" }.Aggregate(body.ToJsonString(), (text, id) => text.Replace(id, "?", StringComparison.Ordinal));
    }

    private static IEnumerable<Target> TargetsOf(Door door, SeatAddress seat)
    {
        var own = new Target("own", Reach.Own, "jiaoyu", "chi-1");
        if (door.Address.Contains("{unit}", StringComparison.Ordinal))
        {
            var absent = own with { Name = "nobody's unit", Unit = "tiyu", Relation = Reach.Other };
            var relation = seat.Unit?.Value == "jiaoyu" ? Reach.Own : Reach.Other;
            yield return own with { Relation = relation, Twin = absent };
            yield return own with { Name = "scjg", Unit = "scjg", Relation = seat.Role == SeatRole.Section ? Reach.Parent : Reach.Other, Twin = absent };
            yield return own with { Name = "leader's seat", Seat = "leader", Relation = relation, Twin = absent with { Seat = "leader" } };
        }
        else if (door.Address.Contains("{task}", StringComparison.Ordinal))
        {
            var absent = own with { Name = "nobody's task", Task = "chi-99", Relation = Reach.Other };
            yield return own with { Relation = seat.Unit is null ? Reach.Other : Reach.Own, Twin = absent };
            yield return own with { Name = "zhu-1", Task = "zhu-1", Relation = seat.Role == SeatRole.Section ? Reach.Parent : Reach.Other, Twin = absent };
        }
        else if (door.Address.Contains("/inbox", StringComparison.Ordinal))
        {
            var absent = own with { Name = "nobody's inbox", Recipient = "tiyu/liaison", Relation = Reach.Other };
            yield return own with { Recipient = seat.Inbox ?? "group", Twin = absent };
            yield return own with { Name = "another inbox", Recipient = "minzheng/liaison", Relation = Reach.Other, Twin = absent };
        }
        else
        {
            // What belongs to the campaign is reached by whoever reaches anything in it.
            yield return own with { Relation = Reach.None };
        }

        if (door.Address.Contains("{campaign}", StringComparison.Ordinal))
        {
            var reached = own with { Recipient = door.Address.Contains("/inbox", StringComparison.Ordinal) ? seat.Inbox ?? "group" : null, Relation = Reach.None };
            yield return reached with { Name = "another campaign", Campaign = Foreign, OtherCampaign = true, Twin = reached with { Campaign = Nowhere } };
        }
    }

    private static async Task BeginForeignCampaign(TestServer server)
    {
        var json = JsonNode.Parse(TestServer.PlanJson)!;
        json["campaign"] = Foreign;
        var text = json.ToJsonString();
        await server.Service<PlanShelf>().Put(PlanReader.Read(text).Plan!, text, DateTimeOffset.UnixEpoch);
        var grains = server.Service<IGrainFactory>();
        Assert.True((await grains.GetGrain<ICampaignGrain>(Foreign).Do(new CampaignCommand.Issue(1), null)).Changed);
        await grains.GetGrain<IRelayGrain>(Shards.Key(Shards.Of(Foreign))).Drain();
    }

    /// <summary>What is asked for.</summary>
    /// <param name="Relation">How it stands to the asker; nothing where that does not matter.</param>
    private sealed record Target(string Name, Reach Relation, string Unit, string Task)
    {
        public string Campaign { get; init; } = TestServer.Campaign;

        public string Seat { get; init; } = "liaison";

        public string? Recipient { get; init; }

        public bool OtherCampaign { get; init; }

        /// <summary>The same of nobody.</summary>
        public Target? Twin { get; init; }
    }
}
