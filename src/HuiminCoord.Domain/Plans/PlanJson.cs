using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HuiminCoord.Domain.Plans;

/// <summary>How a plan's text is written: for people to read, and the same on every system.</summary>
internal static class PlanJson
{
    internal static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A time of day as a plan says it: 08:30.</summary>
    internal static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
