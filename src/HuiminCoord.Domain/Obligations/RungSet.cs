using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuiminCoord.Domain.Obligations;

/// <summary>Ids of the rungs of one obligation that were given, in the order in which they were.</summary>
/// <remarks>Stored as one string, because a silent unit keeps fourteen of these and its document must stay below 2 KB.</remarks>
[JsonConverter(typeof(RungSetJson))]
public readonly record struct RungSet(string? Text)
{
    /// <summary>True when the rung was given.</summary>
    public bool Contains(string rung) => Text is not null && Text.Split(' ').Contains(rung);

    /// <summary>The set with these rungs too.</summary>
    public RungSet With(IEnumerable<string> rungs)
    {
        var set = this;
        return Of((Text?.Split(' ') ?? []).Concat(rungs.Where(r => !set.Contains(r)).Distinct()));
    }

    /// <summary>The set without this rung.</summary>
    public RungSet Without(string rung) => Of((Text?.Split(' ') ?? []).Where(r => r != rung));

    /// <summary>The rungs of the set that <paramref name="which"/> says.</summary>
    public RungSet Only(Func<string, bool> which) => Of((Text?.Split(' ') ?? []).Where(which));

    private static RungSet Of(IEnumerable<string> rungs)
    {
        var text = string.Join(' ', rungs);
        return new(text.Length == 0 ? null : text);
    }
}

/// <summary>A rung set is its text.</summary>
public sealed class RungSetJson : JsonConverter<RungSet>
{
    /// <inheritdoc/>
    public override RungSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RungSet value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
