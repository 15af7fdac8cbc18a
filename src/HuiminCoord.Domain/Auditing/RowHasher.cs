using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HuiminCoord.Domain.Auditing;

/// <summary>The canonical bytes of a campaign's audit rows, and their SHA-256. One object serves one caller at a time.</summary>
/// <remarks>
/// Fields in this order, each as a length of four bytes (big-endian) and so many bytes of UTF-8: the format's name, campaign, grain
/// type, grain key, sequence, instant in UTC milliseconds, who asked, event type, body. Numbers are written as decimal text; a
/// null has the length FFFFFFFF, which no text has. The format never changes: another one would get another name.
/// </remarks>
public sealed class RowHasher
{
    /// <summary>The format's name, the first field of every row.</summary>
    public const string Format = "huimincoord-audit/1";

    private const uint Null = uint.MaxValue;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly byte[] _head;

    /// <param name="campaign">The campaign of all rows that are given.</param>
    public RowHasher(string campaign)
    {
        Field(Encoding.UTF8.GetBytes(Format));
        Field(Encoding.UTF8.GetBytes(campaign));
        _head = _bytes.WrittenSpan.ToArray();
    }

    /// <summary>SHA-256 of the row's canonical bytes.</summary>
    public byte[] Hash(AuditedRow row) => SHA256.HashData(Bytes(row).Span);

    /// <summary>The row's canonical bytes; good until the next row.</summary>
    public ReadOnlyMemory<byte> Bytes(AuditedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        _bytes.ResetWrittenCount();
        _bytes.Write(_head);
        Field(row.GrainType.Span);
        Field(row.GrainKey.Span);
        Field(row.Seq);
        Field(row.At);
        if (row.By is { } by)
        {
            Field(by.Span);
        }
        else
        {
            Length(Null);
        }

        Field(row.EventType.Span);
        Field(row.Body.Span);
        return _bytes.WrittenMemory;
    }

    private void Field(ReadOnlySpan<byte> text)
    {
        Length((uint)text.Length);
        _bytes.Write(text);
    }

    private void Field(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        Field(digits[..length]);
    }

    private void Length(uint length)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.GetSpan(sizeof(uint)), length);
        _bytes.Advance(sizeof(uint));
    }
}
