using System.CommandLine;
using System.Diagnostics;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Consolidating;
using HuiminCoord.Server.Rehearsals;
using HuiminCoord.Server.Settings;
using Spectre.Console;

namespace HuiminCoord.Server.Commands;

/// <summary><c>rehearse</c>: the whole campaign in virtual time, as fast as it goes.</summary>
internal static class RehearseCommand
{
    /// <summary>A campaign's aftermath is over by then.</summary>
    private const int AftermathDays = 30;

    internal static Command Create()
    {
        var plan = new Option<FileInfo?>("--plan") { Description = "The plan; the shipped one if left out." };
        var seed = new Option<int>("--seed") { Description = "How units behave; the same seed gives the same story.", DefaultValueFactory = _ => 1 };
        var until = new Option<DateOnly?>("--until") { Description = $"Last day; default: {AftermathDays} days after the campaign, or earlier when nothing is open.", CustomParser = Days.Parse };
        var restarts = new Option<List<DateOnly>>("--restart-at") { Description = "Stop and start the whole server on this day; may be repeated. The story stays the same.", CustomParser = Days.ParseMany, Arity = ArgumentArity.OneOrMore };
        var json = new Option<FileInfo?>("--json") { Description = "Write the timeline to this file, one JSON object per line." };
        var acts = new Option<FileInfo?>("--acts") { Description = "Also play what this file says: {\"acts\":[{\"at\":\"2020-11-25T10:00\",\"import\":{\"shipped\":\"2021-1\",\"reason\":\"…\"}}]}." };
        var desk = new Option<DirectoryInfo?>("--desk") { Description = "Write what the office has in the end into this folder: the district's tables, consolidated summaries, bulletins." };
        var papers = PapersUntil.Option();
        var command = new Command("rehearse", "Play the whole campaign through real actors and a real database in virtual time.") { plan, seed, until, restarts, json, acts, desk, papers };
        command.SetAction((parsed, cancellation) => Run(
            PlanFile.Open(parsed.GetValue(plan)), parsed.GetValue(seed), parsed.GetValue(until), parsed.GetValue(restarts) ?? [], parsed.GetValue(json),
            new Beside(Acts(parsed.GetValue(acts)), PapersUntil.Table(parsed.GetValue(papers)), RehearsalPapers.Prepare(parsed.GetValue(desk))), cancellation));
        return command;
    }

    private static async Task<int> Run(PlanFile file, int seed, DateOnly? until, List<DateOnly> restarts, FileInfo? json, Beside beside, CancellationToken cancellation)
    {
        var plan = file.Require();
        var start = ChinaTime.StartOf(plan.Document.IssuedOn);
        var last = LastDay(plan, until, restarts);

        // Opened before the work: a path that cannot be written should cost nobody a whole rehearsal.
        await using var timeline = json is null ? null : Create(json);
        var request = new RehearsalRequest(plan, file.Json, seed, start, ChinaTime.EndOf(last), [.. restarts.Select(ChinaTime.StartOf)]) { Acts = beside.Acts, Holidays = beside.Holidays };
        var directory = Directory.CreateTempSubdirectory("huimincoord-rehearsal-").FullName;
        try
        {
            var watch = Stopwatch.StartNew();
            await WithProgress(request, directory, cancellation);
            await Close(request, directory, timeline, watch.Elapsed, cancellation);
            await WritePapers(request, directory, beside.Desk, cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new CommandRefusedException("Stopped before the end; nothing was written.");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }

        return ExitCode.Done;
    }

    /// <exception cref="CommandRefusedException">The days do not lie in the order of a rehearsal.</exception>
    private static DateOnly LastDay(Plan plan, DateOnly? until, List<DateOnly> restarts)
    {
        var last = until ?? plan.Window.To.AddDays(AftermathDays);
        if (last < plan.Document.IssuedOn)
        {
            throw new CommandRefusedException($"--until {last:yyyy-MM-dd} lies before the plan's issue on {plan.Document.IssuedOn:yyyy-MM-dd}.");
        }

        if (restarts.FirstOrDefault(r => r <= plan.Document.IssuedOn || r > last) is var outside && outside != default)
        {
            throw new CommandRefusedException($"--restart-at {outside:yyyy-MM-dd} does not lie in the rehearsal, which goes from {plan.Document.IssuedOn:yyyy-MM-dd} to {last:yyyy-MM-dd}.");
        }

        return last;
    }

    private static IReadOnlyList<PlayedAction> Acts(FileInfo? file)
    {
        try
        {
            return file is null ? [] : ActsFile.Read(TextFile.Read(file, PlanLimits.Bytes));
        }
        catch (FormatException unreadable)
        {
            throw new CommandRefusedException($"{file}: {unreadable.Message}", unreadable);
        }
    }

    private static FileStream Create(FileInfo json)
    {
        try
        {
            return json.Create();
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"{json}: {unwritable.Message}", unwritable);
        }
    }

    private static Task WithProgress(RehearsalRequest request, string directory, CancellationToken cancellation) => AnsiConsole.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async context =>
        {
            var bar = context.AddTask($"{request.Start:yyyy-MM-dd}", maxValue: (request.Until - request.Start).TotalDays);
            await new Rehearsal(request, () => CoordinationDatabase.InDirectory(directory)).Run(
                now =>
                {
                    bar.Description = $"{ChinaTime.DateOf(now):yyyy-MM-dd}";
                    bar.Value = (now - request.Start).TotalDays;
                },
                cancellation);
        });

    private static async Task WritePapers(RehearsalRequest request, string directory, DirectoryInfo? desk, CancellationToken cancellation)
    {
        if (desk is null)
        {
            return;
        }

        await using var database = CoordinationDatabase.InDirectory(directory);
        var plan = await RehearsalReport.PlanAtTheEnd(database, request.Plan.Campaign.Value, cancellation);
        var kept = new KeptDistricts(new PlanShelf(database, new CalendarShelf(database, request.Holidays ?? ShippedCalendars.HolidayTable)));
        var files = await RehearsalPapers.Write(database, plan, kept, ChinaTime.DateOf(request.Until), desk, cancellation);
        AnsiConsole.MarkupLineInterpolated($"{files} papers: {desk.FullName}");
    }

    private static async Task Close(RehearsalRequest request, string directory, FileStream? timeline, TimeSpan took, CancellationToken cancellation)
    {
        await using var database = CoordinationDatabase.InDirectory(directory);
        var plan = await RehearsalReport.PlanAtTheEnd(database, request.Plan.Campaign.Value, cancellation);
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, RehearsalTable.Width);
        AnsiConsole.Write(RehearsalTable.Of(await RehearsalReport.Of(database, plan, cancellation), plan));
        if (await RehearsalReport.Meetings(database, plan.Campaign.Value, ChinaTime.DateOf(request.Until), cancellation) is { Count: > 0 } meetings)
        {
            AnsiConsole.Write(RehearsalTable.Of(meetings));
            var (visits, problems, struckOff) = await RehearsalReport.Supervision(database, plan.Campaign.Value, cancellation);
            AnsiConsole.MarkupLineInterpolated($"Supervision: {visits} visits, {problems} problems, {struckOff} struck off.");
        }

        var messages = await RehearsalReport.Messages(database, plan, cancellation);
        AnsiConsole.MarkupLineInterpolated($"{messages.Sum(m => m.Count)} messages: {string.Join(", ", messages.Select(m => $"{m.Count} {m.Kind}"))}. Seed {request.Seed}, {request.RestartAt.Count} restarts, {took.TotalSeconds:0.0} s.");
        if (timeline is not null)
        {
            await RehearsalTimeline.Write(database, plan.Campaign.Value, timeline, cancellation);
            AnsiConsole.MarkupLineInterpolated($"Timeline: {timeline.Name}");
        }
    }

    /// <summary>What differs from the plain story.</summary>
    private sealed record Beside(IReadOnlyList<PlayedAction> Acts, HolidayTable? Holidays, DirectoryInfo? Desk);
}
