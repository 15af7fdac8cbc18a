using System.Globalization;
using System.Text;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Calendars;

namespace HuiminCoord.Server.Commands;

/// <summary>What a person at the terminal reads about a paper.</summary>
internal static class CalendarWords
{
    internal static string Of(PaperPreviewView found)
    {
        if (found.AlreadyKnown)
        {
            return $"Paper {found.Paper} is known already; importing it changes nothing.";
        }

        var (due, coming) = (found.DueDates, found.Coming);
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"Paper {found.Paper}, known from {Instant(found.KnownFrom)}, would move in {found.Campaigns} campaign(s):")
            .AppendLine(CultureInfo.InvariantCulture, $"  due dates: {due.Moved} with another 办理日, {due.Firm} no longer provisional")
            .AppendLine(CultureInfo.InvariantCulture, $"  meetings: none moves; {found.Meetings.OnRest} would be on a day of rest")
            .AppendLine(CultureInfo.InvariantCulture, $"  reminder steps: {found.Steps.Moved}")
            .AppendLine(CultureInfo.InvariantCulture, $"  not opened yet: {coming.DueDatesMoved} due dates move, {coming.DueDatesFirm} become firm, {coming.StepsMoved} steps move");
        foreach (var item in found.Items)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{item.UnitName} {item.Title}{(item.Open ? "" : "（未开始）")}: 办理日 {Date(item.Before)} → {Date(item.After)}");
            item.Steps.ToList().ForEach(s => text.AppendLine(CultureInfo.InvariantCulture, $"    {s.Rung}: {Instant(s.From)} → {Instant(s.To)}"));
        }

        return text.Append(found.Complete ? "Nothing has changed." : "More moves than is listed. Nothing has changed.").ToString();
    }

    internal static string Of(ImportedPaperView done) => done.Changed
        ? $"Paper {done.Paper} is imported and known from {Instant(done.KnownFrom)}; {done.Campaigns.Count(c => c.Changed)} campaign(s) work by it."
        : $"Paper {done.Paper} was known already; nothing changed.";

    private static string Date(DoByView date) => $"{date.DoBy:yyyy-MM-dd}{(date.Provisional ? "（暂定）" : "")}";

    private static string Instant(DateTimeOffset? at) => at is { } instant ? $"{ChinaTime.DateOf(instant):yyyy-MM-dd} {ChinaTime.TimeOf(instant):HH:mm}" : "—";
}
