using System.Globalization;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Board;

/// <summary>When a paper was received, as the office types it.</summary>
internal sealed class PaperReceipt
{
    /// <summary>The day; null = none was typed.</summary>
    internal DateOnly? Day { get; set; }

    /// <summary>Hours and minutes: 16:30.</summary>
    internal string Time { get; set; } = "";

    /// <summary>What is wrong with the day.</summary>
    internal string? NoDay { get; private set; }

    /// <summary>What is wrong with the time.</summary>
    internal string? NoTime { get; private set; }

    /// <summary>The moment; null when a part is missing, and then that is said at its field.</summary>
    internal DateTimeOffset? Read(PageWords words)
    {
        var time = TimeOnly.TryParseExact(Time.Trim().Replace('：', ':'), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : (TimeOnly?)null;
        NoDay = Day is null ? words["form.day.missing"] : null;
        NoTime = time is null ? words["paper.time.missing"] : null;
        return Day is { } day && time is { } clock ? ChinaTime.At(day, clock) : null;
    }
}
