using System.Text.Encodings.Web;
using System.Text.Json;
using HuiminCoord.Domain.Auditing;

namespace HuiminCoord.Grains.Auditing;

/// <summary>A published checkpoint as one line of JSON, always written alike.</summary>
public static class CheckpointLine
{
    /// <summary>Longer lines are none of ours.</summary>
    private const int Longest = 2000;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    /// <summary>The line, without its end.</summary>
    public static string Of(SignedCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var said = checkpoint.Said;
        return JsonSerializer.Serialize(new Members(said.Campaign, said.Number, said.Position, said.Chain, said.At, said.Key, checkpoint.Signature), Strict);
    }

    /// <summary>Reads a line; null when it is none of ours.</summary>
    public static SignedCheckpoint? Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            return line.Length <= Longest && JsonSerializer.Deserialize<Members>(line, Strict) is { } read
                ? new(new(read.Campaign, read.Number, read.Position, read.Chain, read.At, read.Key), read.Signature)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Members(string Campaign, long Number, long Position, string Chain, long At, string Key, string Signature);
}
