using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>Every refusal that an endpoint can answer: its own, and those that its shape brings with it.</summary>
internal static class PossibleRefusals
{
    /// <summary>Any request can meet these; the document's introduction says so once.</summary>
    internal static readonly IReadOnlyList<string> Anywhere =
        ["access.denied", "access.sign-in-needed", "host.not-local", "method.not-allowed", "origin.not-local", "request.malformed", "route.unknown", "server.failed", "server.not-ready"];

    private static readonly string[] OfCommands = ["command.key-malformed", "command.key-missing", "command.key-reused"];
    private static readonly string[] OfBodies = ["request.content-type", "request.invalid", "request.too-large"];

    /// <summary>What an id in the address brings; for commands also what its actor says of itself.</summary>
    private static readonly Dictionary<string, (string[] Any, string[] Command)> OfPlaces = new()
    {
        ["campaign"] = (["campaign.unknown", "id.malformed"], []),
        ["unit"] = (["unit.unknown"], ["unit.left", "unit.not-begun"]),
        ["duty"] = (["obligation.unknown"], ["obligation.closed", "obligation.not-open-yet", "obligation.not-owed"]),
        ["task"] = (["task.unknown"], ["task.ended", "task.not-begun"]),
        ["milestone"] = (["milestone.unknown"], []),
        ["phase"] = (["phase.unknown"], ["phase.not-begun"]),
        ["goal"] = (["phase.goal-unknown"], []),
        ["seat"] = (["seat.unknown"], []),
    };

    /// <summary>By status; each list in order.</summary>
    internal static ILookup<int, string> Of(IReadOnlyList<object> metadata, string path, bool queries)
    {
        var command = metadata.OfType<CommandMark>().FirstOrDefault();
        var codes = new SortedSet<string>(metadata.OfType<RefusalMark>().SelectMany(m => m.Codes), StringComparer.Ordinal);
        foreach (var (place, (any, commands)) in OfPlaces.Where(p => path.Contains($"{{{p.Key}}}", StringComparison.Ordinal)))
        {
            codes.UnionWith(command is null ? any : [.. any, .. commands]);
        }

        codes.UnionWith(command is null ? [] : OfCommands);
        codes.UnionWith(command?.Example is null && metadata.OfType<ActMark>().FirstOrDefault()?.Example is null && !metadata.OfType<PreviewMark>().Any() ? [] : OfBodies);
        codes.UnionWith(metadata.OfType<UploadMark>().Any() ? ["request.content-type", "request.too-large"] : []);
        codes.UnionWith(metadata.OfType<ReadMark>().Any() ? ["after.malformed"] : []);
        codes.UnionWith(queries ? ["request.invalid"] : []);
        return codes.ToLookup(code => RefusalCodes.Status[code]);
    }
}
