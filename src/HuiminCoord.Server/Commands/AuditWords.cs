using System.Globalization;
using System.Text;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Auditing;

namespace HuiminCoord.Server.Commands;

/// <summary>What a person at the terminal, or a program, reads about a verified audit.</summary>
internal static class AuditWords
{
    /// <summary>Of each campaign; the whole list is in the JSON.</summary>
    private const int ShownFaults = 10;

    internal static string Of(AuditReport report, IReadOnlyList<string> files)
    {
        var text = new StringBuilder();
        foreach (var found in report.Campaigns)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{found.Campaign}: {(found.FaultCount == 0 ? "sound" : "NOT SOUND")}. {Counts(found)}");
            found.Faults.Take(ShownFaults).ToList().ForEach(fault => text.Append("  ").AppendLine(Line(fault)));
            if (found.FaultCount > ShownFaults)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  … {found.FaultCount} faults in all; add --json for more of them.");
            }
        }

        report.UnreadableLines.ToList().ForEach(line => text.AppendLine(line));
        return text.AppendLine(Witnesses(files)).Append(Next(report)).ToString();
    }

    /// <summary>The same for programs.</summary>
    internal static object Summary(AuditReport report, IReadOnlyList<string> files) => new
    {
        report.Sound,
        Campaigns = report.Campaigns.Select(c => new
        {
            c.Campaign,
            c.Rows,
            Sealed = c.SealedRows,
            c.AttestedThrough,
            Faults = c.Faults.Select(f => new { f.Kind, f.Position, f.Through, f.Grain, f.Sequence, At = Instant(f.At), f.What }),
            c.FaultCount,
        }),
        report.UnreadableLines,
        Checkpoints = files,
    };

    private static string Counts(CampaignFindings found)
    {
        var waiting = found.Rows - found.SealedRows;
        var attested = found.AttestedThrough == 0 ? "no checkpoint confirms them" : string.Create(CultureInfo.InvariantCulture, $"checkpoints confirm them up to {found.AttestedThrough:N0}");
        return string.Create(CultureInfo.InvariantCulture, $"{found.Rows:N0} rows, {(waiting == 0 ? "all sealed" : $"{waiting:N0} not sealed yet")}; {attested}.");
    }

    private static string Line(AuditFault fault)
    {
        var place = fault.Through == fault.Position ? $"position {fault.Position}" : $"positions {fault.Position} to {fault.Through}";
        var row = fault.Grain is null ? "" : $", {fault.Grain} number {fault.Sequence}{(fault.At is null ? "" : $", {Instant(fault.At)}")}";
        return string.Create(CultureInfo.InvariantCulture, $"{place}{row}: {fault.What}");
    }

    private static string? Instant(long? at) => at is { } milliseconds && milliseconds is > -62135596800000 and < 253402300800000 - 28800000
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)
        : null;

    private static string Witnesses(IReadOnlyList<string> files) => files.Count == 0
        ? "No published checkpoints were looked at: whoever can write the database could have removed its own. Name the second keeper's copy with --checkpoints."
        : $"Held against {string.Join(", ", files)}.";

    private static string Next(AuditReport report) => report.Sound
        ? "Nothing was changed, removed, swapped, added or cut off."
        : """
            What to do: change nothing. Keep a copy of the database and of the checkpoints as they are now. Verify the newest backup with
            the second keeper's checkpoints (--data, --checkpoints), compare the rows named here with it, and find out who could write.
            """;
}
