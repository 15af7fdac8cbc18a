using System.Buffers.Binary;
using System.Text;

namespace HuiminCoord.Server.Tests.Telemetry;

/// <summary>A protobuf message as its fields by number; enough to look into what the exporter sends.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    internal ProtoMessage(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var tag = Varint(bytes.Span, ref at);
            var (field, wire) = ((int)(tag >> 3), (int)(tag & 7));
            switch (wire)
            {
                case 0:
                    _fields.Add((field, Varint(bytes.Span, ref at), default));
                    break;
                case 1:
                    _fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..]), default));
                    at += 8;
                    break;
                case 5:
                    _fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]), default));
                    at += 4;
                    break;
                case 2:
                    var length = (int)Varint(bytes.Span, ref at);
                    _fields.Add((field, 0, bytes.Slice(at, length)));
                    at += length;
                    break;
                default:
                    throw new FormatException($"Wire type {wire} is not used by OTLP.");
            }
        }
    }

    internal bool Has(int field) => _fields.Exists(f => f.Field == field);

    internal IEnumerable<ProtoMessage> All(int field) => _fields.Where(f => f.Field == field).Select(f => new ProtoMessage(f.Bytes));

    internal ProtoMessage? Message(int field) => All(field).FirstOrDefault();

    internal ulong Number(int field) => _fields.FirstOrDefault(f => f.Field == field).Number;

    internal string Text(int field) => Encoding.UTF8.GetString(_fields.FirstOrDefault(f => f.Field == field).Bytes.Span);

    internal string Hex(int field) => Convert.ToHexStringLower(_fields.FirstOrDefault(f => f.Field == field).Bytes.Span);

    /// <summary>Key-value attributes; only texts, numbers and truths are used.</summary>
    internal IReadOnlyDictionary<string, string> Attributes(int field) => All(field)
        .GroupBy(pair => pair.Text(1)).ToDictionary(g => g.Key, g => Value(g.Last().Message(2)));

    /// <summary>An AnyValue as text.</summary>
    internal static string Value(ProtoMessage? value) => value switch
    {
        null => "",
        _ when value.Has(1) => value.Text(1),
        _ => value.Number(value.Has(2) ? 2 : value.Has(3) ? 3 : 4).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        for (var (value, shift) = (0UL, 0); ; shift += 7)
        {
            var octet = bytes[at++];
            value |= (ulong)(octet & 0x7f) << shift;
            if (octet < 0x80)
            {
                return value;
            }
        }
    }
}
