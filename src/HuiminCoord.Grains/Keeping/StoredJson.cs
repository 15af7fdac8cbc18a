using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Orleans.Storage;

namespace HuiminCoord.Grains.Keeping;

/// <summary>How documents and events are written at rest: compact JSON without a single CLR name.</summary>
/// <remarks>
/// Cases of a closed union are named by their <c>[Alias]</c>, ids and enums are text, and what would be read back from its own
/// absence (null, default, an empty list) is left out. Renaming a class or a folder therefore orphans no row.
/// </remarks>
public sealed class StoredJson : IGrainStorageSerializer
{
    /// <summary>The version written into every document.</summary>
    public const int Schema = 1;

    /// <summary>The one set of rules; also for event bodies.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Reads one event back from an outbox or audit row.</summary>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    /// <summary>One event, or anything else at rest, as text.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, Options));

    /// <inheritdoc/>
    /// <exception cref="UnknownSchemaException">A newer program wrote the document.</exception>
    public T Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var schema = SchemaOf(input.ToMemory().Span);
        if (schema != Schema)
        {
            throw new UnknownSchemaException(schema, Schema);
        }

        return JsonSerializer.Deserialize<T>(input.ToMemory().Span, Options)!;
    }

    /// <summary>The number that every document begins with; null when it does not.</summary>
    private static int? SchemaOf(ReadOnlySpan<byte> document)
    {
        var reader = new Utf8JsonReader(document);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject
            && reader.Read() && reader.ValueTextEquals("v"u8)
            && reader.Read() && reader.TryGetInt32(out var schema)
            ? schema
            : null;
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // Chinese text stays readable and short in the database; the text never goes into HTML unescaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StoredUnions.NameCases, StoredAbsence.LeaveOut } },
            Converters = { new StoredTextConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>A stored document has a schema version that this program does not know.</summary>
public sealed class UnknownSchemaException : InvalidOperationException
{
    public UnknownSchemaException()
    {
    }

    public UnknownSchemaException(string message)
        : base(message)
    {
    }

    public UnknownSchemaException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal UnknownSchemaException(int? found, int known)
        : base($"A stored document has schema version {found?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "(none)"}; this program knows version {known}. Start the program that wrote it.")
    {
    }
}
