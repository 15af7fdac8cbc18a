using System.Globalization;

namespace HuiminCoord.Domain.Auditing;

/// <summary>A statement that a campaign's chain had this value at this position. Signed, and kept where the database's owner cannot reach, it outlives any change there.</summary>
/// <param name="Number">1, 2, 3 … within the campaign.</param>
/// <param name="Position">The last row that it speaks for.</param>
/// <param name="Chain">The chain at that row: 64 lower-case hexadecimal digits.</param>
/// <param name="At">Real time in UTC milliseconds.</param>
/// <param name="Key">Fingerprint of the key that signs it: SHA-256 of its public half (SubjectPublicKeyInfo, DER), in hexadecimal digits.</param>
public sealed record Checkpoint(string Campaign, long Number, long Position, string Chain, long At, string Key)
{
    private const string Format = "huimincoord-checkpoint/1";

    /// <summary>The text that is signed: the format's name and the members in this order, each on a line.</summary>
    public string Statement => string.Create(CultureInfo.InvariantCulture, $"{Format}\n{Campaign}\n{Number}\n{Position}\n{Chain}\n{At}\n{Key}\n");
}

/// <summary>A checkpoint with its signature.</summary>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the statement's UTF-8 bytes, in DER, in base 64.</param>
public sealed record SignedCheckpoint(Checkpoint Said, string Signature);
