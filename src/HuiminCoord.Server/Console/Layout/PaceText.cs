using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>How fast a rehearsal goes, in words: 1分钟 = 1天.</summary>
internal static class PaceText
{
    private const int Minute = 60, Hour = 3600;

    internal static string Of(PageWords words, double secondsPerDay) =>
        secondsPerDay >= Pace.Slowest ? words["rehearsal.pace.real"]
        : secondsPerDay >= Hour && secondsPerDay % Hour == 0 ? words["rehearsal.pace.hours", secondsPerDay / Hour]
        : secondsPerDay >= Minute && secondsPerDay % Minute == 0 ? words["rehearsal.pace.minutes", secondsPerDay / Minute]
        : words["rehearsal.pace.seconds", secondsPerDay];
}
