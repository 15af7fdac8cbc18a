using Microsoft.Extensions.Primitives;

namespace HuiminCoord.Server.Access;

/// <summary>What every answer tells browsers: run nothing from elsewhere, show it in nobody's frame, keep no copy.</summary>
/// <remarks>
/// A door that needs something else has set it before: the API's reference page its own policy, files how long they keep.
/// The referrer policy is not <c>no-referrer</c>: with it browsers would send <c>Origin: null</c> with our own forms, which the
/// origin check refuses. Other sites are told nothing either way.
/// </remarks>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    private const string Rest = "form-action 'self'; frame-ancestors 'none'; object-src 'none'";
    private const string Policy = $"default-src 'self'; base-uri 'none'; {Rest}";

    /// <summary>For live pages: the same, but they have a base address, and MudBlazor places its parts by styles of their own. Scripts stay ours alone.</summary>
    internal const string LivePolicy = $"default-src 'self'; base-uri 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; {Rest}";

    private static readonly (string Name, StringValues Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.OnStarting(Add, http);
        return next(http);
    }

    private static Task Add(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        foreach (var (name, value) in Always)
        {
            headers[name] = value;
        }

        headers.TryAdd("Content-Security-Policy", Policy);
        headers.TryAdd("Cache-Control", "no-store");
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return Task.CompletedTask;
    }
}
