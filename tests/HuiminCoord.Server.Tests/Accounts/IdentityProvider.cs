using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HuiminCoord.Server.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HuiminCoord.Server.Tests.Accounts;

/// <summary>A small OpenID Connect provider on this machine: whoever is sent to it is at once the person that the test wants.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    private const string Client = "huimincoord";

    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _otherKey = RSA.Create(2048);
    private readonly string _secretFile = Path.GetTempFileName();
    private readonly string _secret = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new();

    private IdentityProvider(WebApplication app) => _app = app;

    /// <summary>Who signs in next: the provider's own id, login name, and how it was proved.</summary>
    public (string Subject, string Login, string[] Proved) Person { get; set; } = ("s-1", "gongxin-liaison", ["pwd"]);

    /// <summary>What is wrong with the next answer: <c>nonce</c>, <c>audience</c>, <c>key</c>, <c>expired</c>, <c>denied</c>; null = nothing.</summary>
    public string? Wrong { get; set; }

    public ExternalSettings Settings => new(new Uri(_app.Urls.First()), Client, _secretFile, "preferred_username", "统一身份认证");

    public static async Task<IdentityProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var provider = new IdentityProvider(app);
        await File.WriteAllTextAsync(provider._secretFile, provider._secret + "\n");
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(provider.Description()));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(provider._key.ExportParameters(false))) } }));
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.Token);
        await app.StartAsync();
        return provider;
    }

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _otherKey.Dispose();
        File.Delete(_secretFile);
    }

    private object Description()
    {
        var url = _app.Urls.First();
        return new { issuer = url, authorization_endpoint = $"{url}/authorize", token_endpoint = $"{url}/token", jwks_uri = $"{url}/keys" };
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        Assert.Equal(("code", Client, "S256"), ((string?)query["response_type"], (string?)query["client_id"], (string?)query["code_challenge_method"]));
        var back = $"{query["redirect_uri"]}?state={Uri.EscapeDataString(query["state"]!)}";
        if (Wrong == "denied")
        {
            return Results.Redirect($"{back}&error=access_denied");
        }

        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (query["nonce"]!, query["code_challenge"]!);
        return Results.Redirect($"{back}&code={code}");
    }

    /// <summary>A code is good once, for whoever asked for it.</summary>
    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_secret"] != _secret || !_codes.TryRemove(form["code"]!, out var asked)
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != asked.Challenge)
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = IdToken(asked.Nonce) });
    }

    private string IdToken(string nonce)
    {
        var now = DateTime.UtcNow;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _app.Urls.First(),
            Audience = Wrong == "audience" ? "another-client" : Client,
            IssuedAt = now,
            NotBefore = now.AddHours(-2),
            Expires = Wrong == "expired" ? now.AddHours(-1) : now.AddMinutes(5),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = Person.Subject, ["preferred_username"] = Person.Login, ["amr"] = Person.Proved, ["nonce"] = Wrong == "nonce" ? nonce + "x" : nonce,
            },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(Wrong == "key" ? _otherKey : _key), SecurityAlgorithms.RsaSha256),
        });
    }
}
