using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>What tests of the ways in do again and again.</summary>
internal static class Units
{
    public const string Campaign = $"/campaigns/{TestServer.Campaign}";

    public static object Person(string name, string? email = null) => new { name, title = "办公室主任", phone = "0471-0000000", email };

    /// <summary>The token of a new link.</summary>
    public static async Task<string> Link(this Visitor office, string unit)
    {
        var made = await office.Do($"{Campaign}/unit-links", new { units = new[] { unit } });
        return Visitor.TokenOf(made["links"]!.AsArray().Single()!["address"]!);
    }

    public static object Naming(string token, string? liaison, string? deputy = null, string? leader = null) => new
    {
        token,
        liaison = liaison is null ? null : Person(liaison, "lianluo@example.org"),
        deputy = deputy is null ? null : Person(deputy),
        leader = leader is null ? null : Person(leader),
    };

    /// <summary>Those that wait, by seat.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonNode>> Waiting(this Visitor office, string unit) =>
        (await office.Get($"{Campaign}/nominations"))["items"]!.AsArray().Where(n => (string)n!["unit"]! == unit).ToDictionary(n => ((string)n!["seat"]!).Split('/')[1], n => n!);

    public static async Task<JsonNode> Confirm(this Visitor office, JsonNode nomination, string? login = null)
    {
        var answer = await office.Do($"{Campaign}/nominations/confirm", new { nominations = new[] { new { nomination = (string)nomination["nomination"]!, login } } });
        return answer["nominations"]!.AsArray().Single()!;
    }

    /// <summary>Who holds a unit's seats today.</summary>
    public static async Task<Dictionary<string, string>> Roster(this Visitor office, string unit) =>
        (await office.Get($"{Campaign}/units/{unit}/seats"))["items"]!.AsArray().Where(s => (bool)s!["current"]!).ToDictionary(s => (string)s!["seat"]!, s => (string)s!["holder"]!);
}
