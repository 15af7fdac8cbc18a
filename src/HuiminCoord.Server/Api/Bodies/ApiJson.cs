using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Server.Api.Bodies;

/// <summary>How the API and the hub write JSON: camelCase, enums as words, instants in Shanghai time. Strict when reading.</summary>
internal static class ApiJson
{
    /// <summary>The same rules, for answers that are written by hand.</summary>
    internal static JsonSerializerOptions Options { get; } = Created();

    /// <summary>For problem details: their extension members keep the names they were given.</summary>
    internal static JsonSerializerOptions Problems { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sets the rules.</summary>
    internal static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        // A misspelt or doubled name must not look like a wish that was understood.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 16;
        // Chinese text stays readable; nothing here is put into HTML unescaped.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new ShanghaiInstant());
    }

    private static JsonSerializerOptions Created()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        return options;
    }

    /// <summary>Instants are written with +08:00; read, they must name their offset: a bare time would mean the machine's zone.</summary>
    private sealed class ShanghaiInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? "";
            var offset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
            return offset && reader.TryGetDateTimeOffset(out var instant) && instant.Year is >= 2000 and < 2100
                ? instant
                : throw new JsonException("Write an instant with its offset: 2020-09-28T10:30:00+08:00.");
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
    }
}
