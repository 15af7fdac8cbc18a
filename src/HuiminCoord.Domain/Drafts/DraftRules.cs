using System.Text;
using System.Text.Json;
using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Drafts;

/// <summary>Who wrote a stored draft, and when; not what.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Seat">The seat that it was saved from, without its unit: <c>liaison</c>.</param>
/// <param name="Login">The account that saved it.</param>
/// <param name="SavedAt">Real time.</param>
public sealed record DraftMark(long Version, string Seat, string? Login, DateTimeOffset SavedAt);

/// <summary>What may be saved as a draft, and over what.</summary>
public static class DraftRules
{
    /// <summary>Largest draft, in bytes of UTF-8.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>Most drafts of one owner, without those that last.</summary>
    public const int MostPerOwner = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Why a text cannot be kept: too large, or no JSON; null when it can.</summary>
    public static Refusal? RefuseBody(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        // No text has fewer bytes than characters: a huge one need not be encoded.
        var bytes = body.Length > LargestBody ? null : Utf8Bytes(body);
        return body.Length > LargestBody || bytes?.Length > LargestBody ? new Refusal("draft.too-large", $"{LargestBody / 1024}")
            : bytes is not null && IsJson(bytes) ? null
            : new Refusal("draft.unreadable");
    }

    /// <summary>Why a draft is left as it is: it holds what the writer has not seen, or is no longer there; null when it may be changed.</summary>
    /// <remarks>One's own newer text gives way: it comes from another window, or from a save whose answer was lost.</remarks>
    /// <param name="stands">What is stored; null = nothing.</param>
    /// <param name="seen">The version that the writer began from; 0 = none.</param>
    /// <param name="login">The writer.</param>
    public static Refusal? RefuseChange(DraftMark? stands, long seen, string login) => stands switch
    {
        null => seen == 0 ? null : new Refusal("draft.gone"),
        _ when stands.Version == seen || stands.Login == login => null,
        _ => new Refusal("draft.changed", stands.Seat, $"{stands.SavedAt:O}"),
    };

    /// <summary>Why a new draft has no place; null when it has, in the place of the oldest one if all are taken.</summary>
    /// <param name="oldest">When the oldest of a full number was saved, real time; null while there is room.</param>
    public static Refusal? RefuseNew(DateTimeOffset? oldest, DateTimeOffset now) =>
        oldest is { } saved && now - saved <= Kept ? new Refusal("draft.too-many", $"{MostPerOwner}") : null;

    /// <summary>Null for a text that is no Unicode: half a character cannot be stored.</summary>
    private static byte[]? Utf8Bytes(string text)
    {
        try
        {
            return Utf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsJson(byte[] text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            while (reader.Read())
            {
                // Only whether it can be read to its end.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
