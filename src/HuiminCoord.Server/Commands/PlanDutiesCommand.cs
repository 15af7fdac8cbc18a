using System.CommandLine;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Server.Commands;

/// <summary><c>plan duties F</c>: what each unit owes, by when it can be done, and when it would be reminded.</summary>
internal static class PlanDutiesCommand
{
    internal static Command Create()
    {
        var file = new Argument<FileInfo?>("file") { Description = "The plan; the shipped one if left out.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "One JSON object per line." };
        var known = new Option<DateOnly?>("--as-known-on") { Description = "Use only holiday papers published by this day; default: all.", CustomParser = Days.Parse };
        var command = new Command("duties", "List every duty of every unit with its dates and reminders.") { file, json, known };
        command.SetAction(parsed => Run(parsed.GetValue(file), parsed.GetValue(json), parsed.GetValue(known)));
        return command;
    }

    private static int Run(FileInfo? file, bool json, DateOnly? known)
    {
        var plan = PlanFile.Open(file).Require();
        var calendars = PlanFile.CalendarsFor(plan);
        var calendar = known is { } day ? calendars.AsKnownOn(day) : calendars.Latest;
        foreach (var duty in plan.Units.SelectMany(u => Lines(new UnitTerms(plan, u, calendars), calendar)))
        {
            System.Console.WriteLine(json ? JsonLine.Of(duty) : $"{duty.Unit,-10} {duty.Duty,-20} {duty.Clause,-8} due {duty.Due?.ToString("yyyy-MM-dd") ?? "-",-10} doBy {duty.DoBy?.ToString("yyyy-MM-dd") ?? "-",-10} {string.Join(", ", duty.Reminders.Select(r => $"{r.Rung} {r.At:MM-dd HH:mm}"))}");
        }

        return ExitCode.Done;
    }

    private static IEnumerable<DutyLine> Lines(UnitTerms terms, WorkingCalendar calendar)
    {
        var issuedAt = ChinaTime.StartOf(terms.Plan.Document.IssuedOn);
        foreach (var duty in terms.Duties)
        {
            var open = new OpenDuty(new Obligation(duty.Id), duty, issuedAt);
            var rungs = RungPlanner.Plan(open, terms.Settings, calendar);
            yield return new(
                terms.Unit.Id.Value,
                duty.Id.Value,
                duty.Clause,
                duty.Due,
                duty.Due is { } due ? calendar.DoBy(due) : null,
                duty.Due is { } d && calendar.IsProvisional(d),
                open.EnteredLate,
                [.. rungs.Select(r => new ReminderLine(r.At, r.Id, [.. r.To.Select(t => t.ToString().ToLowerInvariant())]))]);
        }
    }

    /// <summary>A duty of a unit.</summary>
    private sealed record DutyLine(string Unit, string Duty, string Clause, DateOnly? Due, DateOnly? DoBy, bool Provisional, bool EnteredLate, IReadOnlyList<ReminderLine> Reminders);

    /// <summary>A planned reminder, if the unit stays silent.</summary>
    private sealed record ReminderLine(DateTimeOffset At, string Rung, IReadOnlyList<string> To);
}
