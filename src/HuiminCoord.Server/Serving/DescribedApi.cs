using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace HuiminCoord.Server.Serving;

/// <summary>The API as an OpenAPI document, of the very server that <c>serve</c> starts, without starting it: no port, no silo, no data.</summary>
public static class DescribedApi
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, always in the same order, with a line feed at its end.</summary>
    public static async Task<string> Write(Plan plan, string planJson, CancellationToken cancellation = default)
    {
        var directory = Directory.CreateTempSubdirectory("huimincoord-api-").FullName;
        try
        {
            await using var database = CoordinationDatabase.InDirectory(directory);
            await using var app = ServedCampaign.Build(new(plan, planJson, directory, "http://127.0.0.1:0", null), database, CampaignClock.Live(TimeProvider.System), DoNothing);
            await app.StartAsync(cancellation);
            var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync(cancellation);
            var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation);
            await app.StopAsync(cancellation);
            return Ordered(JsonNode.Parse(text)!);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>A document as it is committed: without the address it was asked at, schemas by name.</summary>
    public static string Ordered(JsonNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        document.AsObject().Remove("servers");
        var schemas = document["components"]!["schemas"]!.AsObject();
        var sorted = schemas.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone())).ToList();
        document["components"]!["schemas"] = new JsonObject(sorted);
        return document.ToJsonString(Readable) + "\n";
    }

    /// <summary>What the host would run is left out; the doors stay.</summary>
    private static void DoNothing(IServiceCollection services)
    {
        services.RemoveAll<IHostedService>();
        services.AddSingleton<IServer, NoServer>();
    }

    /// <summary>Listens to nobody.</summary>
    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
