using System.Globalization;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>How meetings are held, as lines for people. Two plans that differ in anything have different lines.</summary>
internal static class MeetingLines
{
    internal static IReadOnlyList<(string Name, string Value)> Of(Plan plan) =>
        [.. (plan.Meetings ?? new Dictionary<MeetingKind, MeetingPlan>()).OrderBy(m => m.Key).Select(m => (Fields.WordOf(m.Key), Line(m.Value, plan)))];

    private static string Line(MeetingPlan m, Plan plan) => string.Join("；", new[]
    {
        m.Title, m.Units is null ? "*" : PlanWords.Names(plan, m.Units), m.Agenda is null ? "*" : string.Join("、", m.Agenda.Select(a => $"{Fields.WordOf(a.Topic)}{(a.Minutes is { } minutes ? $" {Number(minutes)}" : "")}")),
        m.Place, m.Chair, $"{Number(m.Minutes)} min", $"-{Number(m.NoticeWorkdays)}/-{Number(m.ReplyWorkdays)}",
        m.Quorum is { } quorum ? $"≥{Number(quorum.Number)}{(quorum.IsPercent ? "%" : "")}" : "", Fields.WordOf(m.Consent), Cadence(m.Cadence),
    });

    private static string Cadence(MeetingCadence? cadence) => cadence is null ? "" : string.Join(
        ' ', cadence.From?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "*", $"+{Number(cadence.EveryMonths)}", PlanJson.Time(cadence.At),
        cadence.Day switch { MeetingDay.OfMonth d => $"{Number(d.Day)} {Fields.WordOf(d.Rest)}", MeetingDay.Workday w => $"#{Number(w.Number)}", _ => "" });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
