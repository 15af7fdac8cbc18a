using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Reads text into placed values, or says the one place where it stops being JSON.</summary>
internal static class PlacedJson
{
    private const int DeepestNesting = 32;

    /// <summary>The root value; null when the text is not JSON, which is then the only problem.</summary>
    public static PlacedNode? Read(ReadOnlySpan<byte> utf8, Problems problems)
    {
        if (Utf8.IsValid(utf8))
        {
            return Root(utf8, problems);
        }

        var at = new TextCursor(utf8).MoveTo(ValidPrefix(utf8));
        problems.Add(at, PlanProblemCode.Encoding, "this is not UTF-8; save the plan as UTF-8");
        return null;
    }

    private static PlacedNode? Root(ReadOnlySpan<byte> utf8, Problems problems)
    {
        var cursor = new TextCursor(utf8);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            reader.Read();
            var root = Node(ref reader, ref cursor);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            problems.Add(Place(utf8, e), PlanProblemCode.Malformed, $"this is not JSON: {Reason(e)}");
        }
        catch (InvalidOperationException)
        {
            // The only text that passes the reader and has no value: half of a surrogate pair, escaped as \uD800.
            problems.Add(cursor.Here, PlanProblemCode.Malformed, "this is not JSON: a text holds half a character");
        }

        return null;
    }

    private static PlacedNode Node(ref Utf8JsonReader reader, ref TextCursor cursor)
    {
        var at = cursor.MoveTo(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new PlacedObject(at, Properties(ref reader, ref cursor)),
            JsonTokenType.StartArray => new PlacedArray(at, Items(ref reader, ref cursor)),
            JsonTokenType.String => new PlacedText(at, reader.GetString()!),
            JsonTokenType.Number => new PlacedNumber(at, Encoding.UTF8.GetString(reader.ValueSpan)),
            _ => new PlacedWord(at, Encoding.UTF8.GetString(reader.ValueSpan)),
        };
    }

    private static List<PlacedProperty> Properties(ref Utf8JsonReader reader, ref TextCursor cursor)
    {
        var properties = new List<PlacedProperty>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var at = cursor.MoveTo(reader.TokenStartIndex);
            var name = reader.GetString()!;
            reader.Read();
            properties.Add(new(name, at, Node(ref reader, ref cursor)));
        }

        return properties;
    }

    private static List<PlacedNode> Items(ref Utf8JsonReader reader, ref TextCursor cursor)
    {
        var items = new List<PlacedNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Node(ref reader, ref cursor));
        }

        return items;
    }

    private static PlanPosition Place(ReadOnlySpan<byte> utf8, JsonException e)
    {
        var lineStart = 0;
        for (var line = 0L; line < (e.LineNumber ?? 0); line++)
        {
            lineStart += utf8[lineStart..].IndexOf((byte)'\n') + 1;
        }

        return new TextCursor(utf8).MoveTo(lineStart + (e.BytePositionInLine ?? 0));
    }

    /// <summary>The reader's sentence without its own position, which counts bytes from zero, and without advice for programmers.</summary>
    private static string Reason(JsonException e)
    {
        var text = e.Message;
        foreach (var tail in (ReadOnlySpan<string>)[" LineNumber:", " Change the reader options"])
        {
            var start = text.IndexOf(tail, StringComparison.Ordinal);
            text = start < 0 ? text : text[..start];
        }

        return text;
    }

    private static int ValidPrefix(ReadOnlySpan<byte> utf8)
    {
        var valid = 0;
        while (valid < utf8.Length && Rune.DecodeFromUtf8(utf8[valid..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            valid += length;
        }

        return valid;
    }
}
