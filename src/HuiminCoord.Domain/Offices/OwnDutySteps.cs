using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Offices;

/// <summary>When the office is reminded of what it owes itself: on the morning of the last working day that its date leaves, and on the first one after it.</summary>
public static class OwnDutySteps
{
    private const string Prefix = "own-";

    private const string Late = "late";

    /// <summary>Which duty a rung speaks of; null for every other rung.</summary>
    public static OfficeDutyKind? KindOf(string rung)
    {
        ArgumentNullException.ThrowIfNull(rung);
        return !rung.StartsWith(Prefix, StringComparison.Ordinal) ? null
            : Enum.GetValues<OfficeDutyKind>().Cast<OfficeDutyKind?>().FirstOrDefault(k => Words(rung)[1] == Word(k!.Value));
    }

    /// <summary>True for the reminder after the date.</summary>
    public static bool IsLate(string rung) => Words(rung).Contains(Late);

    /// <summary>All steps of duties that fall due from a day on.</summary>
    /// <param name="version">As rungs of an amended plan end.</param>
    internal static IEnumerable<OfficeStep> Of(Plan plan, WorkingCalendar calendar, DateOnly from, string version)
    {
        foreach (var duty in OfficeDuties.Of(plan, calendar).Where(d => d.Due >= from))
        {
            var (subject, word) = (duty.Occurrence.Id.Value, Word(duty.Kind));
            yield return new(OfficeGiven.Actor, subject, $"{Prefix}{word}{version}", ChinaTime.At(calendar.DoBy(duty.Due), plan.Settings.DigestAt), null);
            yield return new(OfficeGiven.Actor, subject, $"{Prefix}{word}-{Late}{version}", ChinaTime.At(calendar.AddWorkingDays(duty.Due, 1), plan.Settings.DigestAt), null);
        }
    }

    /// <summary>Nobody is reminded of what is done.</summary>
    internal static bool IsDone(OfficeStep step, IReadOnlySet<OfficeDutyAt> done) => KindOf(step.Rung) is { } kind && done.Contains(new(new DutyId(step.Subject), kind));

    private static string Word(OfficeDutyKind kind) => kind.ToString().ToLowerInvariant();

    private static string[] Words(string rung) => rung.Split('-', '.');
}
