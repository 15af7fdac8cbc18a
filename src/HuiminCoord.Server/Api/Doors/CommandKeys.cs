using System.Security.Cryptography;
using System.Text;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Reads the caller's name for its wish.</summary>
internal static class CommandKeys
{
    internal const string Header = "Idempotency-Key";

    /// <summary>Callers' keys have their own space: none of them can meet a key of a rehearsal or of another actor.</summary>
    private const string Prefix = "http/";

    /// <exception cref="RefusedException">The header is missing or malformed.</exception>
    internal static CommandKey Of(HttpContext http, object? body)
    {
        var values = http.Request.Headers[Header];
        if (values.Count == 0)
        {
            throw new RefusedException(new Refusal("command.key-missing"));
        }

        var key = values.ToString();
        return values.Count == 1 && key.Length is > 0 and <= CommandLimits.KeyLength && key.All(c => c is > ' ' and < (char)127)
            ? new CommandKey(Prefix + key, HashOf(http.Request, body))
            : throw new RefusedException(new Refusal("command.key-malformed"));
    }

    /// <summary>SHA-256 over method, path and the body as we understood it: white space and the order of names do not make another wish.</summary>
    private static string HashOf(HttpRequest request, object? body)
    {
        var canonical = body is null ? "" : CanonicalJson.Write(body);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{canonical}")));
    }
}
