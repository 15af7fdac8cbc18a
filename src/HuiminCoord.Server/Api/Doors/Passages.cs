using HuiminCoord.Server.Accounts;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>The passage that the gate gave to a request.</summary>
internal static class Passages
{
    /// <exception cref="InvalidOperationException">The door stands open to anybody, or not behind the gate: nobody asks from a seat.</exception>
    internal static Passage Of(HttpContext http) =>
        http.Features.Get<Passage>() ?? throw new InvalidOperationException($"{http.Request.Path} does not stand behind the gate.");

    /// <summary>Who asked, as the audit names them.</summary>
    internal static string Signature(HttpContext http) => Of(http).Asker.Signature;
}
