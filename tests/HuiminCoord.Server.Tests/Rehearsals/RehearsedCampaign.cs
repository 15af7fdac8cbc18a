using System.Text.Json;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Consolidating;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Tests.Rehearsals;

/// <summary>The shipped plan, rehearsed whole: twice without and once with restarts. Shared by the tests that read it.</summary>
public sealed class RehearsedCampaign : IAsyncLifetime
{
    private static readonly DateOnly[] Restarts = [new(2020, 9, 27), new(2021, 2, 14), new(2021, 10, 1)];

    /// <summary>The plan.</summary>
    public Plan Plan { get; } = PlanFile.Shipped().Require();

    /// <summary>Timeline of the first run.</summary>
    public byte[] First { get; private set; } = [];

    /// <summary>Timeline of the second run.</summary>
    public byte[] Second { get; private set; } = [];

    /// <summary>Timeline of the run with three restarts.</summary>
    public byte[] Restarted { get; private set; } = [];

    /// <summary>Closing table of the first run.</summary>
    public IReadOnlyList<UnitResult> Results { get; private set; } = [];

    /// <summary>Meetings of the first run.</summary>
    public IReadOnlyList<MeetingResult> Meetings { get; private set; } = [];

    /// <summary>Supervision of the first run.</summary>
    public (int Visits, int Problems, int StruckOff) Supervision { get; private set; }

    /// <summary>What the office has on its desk after the first run, by the file's name.</summary>
    public IReadOnlyDictionary<string, byte[]> Papers { get; private set; } = new Dictionary<string, byte[]>();

    /// <summary>The same after the run with restarts.</summary>
    public IReadOnlyDictionary<string, byte[]> PapersAgain { get; private set; } = new Dictionary<string, byte[]>();

    /// <summary>Lines of the first run.</summary>
    public IReadOnlyList<JsonElement> Lines { get; private set; } = [];

    /// <summary>Messages of the first run.</summary>
    public IEnumerable<JsonElement> Messages => Lines.Where(l => l.GetProperty("type").GetString() == "message");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        (First, Results, Meetings, Supervision, Papers) = await Run([]);
        (Second, _, _, _, _) = await Run([]);
        (Restarted, _, _, _, PapersAgain) = await Run(Restarts);
        Lines = [.. System.Text.Encoding.UTF8.GetString(First).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Shanghai date of a line.</summary>
    public static DateOnly DateOf(JsonElement line) => ChinaTime.DateOf(line.GetProperty("at").GetDateTimeOffset());

    private async Task<(byte[] Timeline, IReadOnlyList<UnitResult> Results, IReadOnlyList<MeetingResult> Meetings, (int, int, int) Supervision, IReadOnlyDictionary<string, byte[]> Papers)> Run(IEnumerable<DateOnly> restarts)
    {
        var directory = Directory.CreateTempSubdirectory("huimin-rehearsed-").FullName;
        try
        {
            var request = new RehearsalRequest(
                Plan, PlanFile.Shipped().Json, 1, ChinaTime.StartOf(Plan.Document.IssuedOn), ChinaTime.EndOf(new(2021, 11, 30)), [.. restarts.Select(ChinaTime.StartOf)]);
            await new Rehearsal(request, () => CoordinationDatabase.InDirectory(directory)).Run(_ => { }, TestContext.Current.CancellationToken);
            await using var database = CoordinationDatabase.InDirectory(directory);
            using var timeline = new MemoryStream();
            await RehearsalTimeline.Write(database, Plan.Campaign.Value, timeline);
            var campaign = Plan.Campaign.Value;
            var plan = await RehearsalReport.PlanAtTheEnd(database, campaign);
            var results = await RehearsalReport.Of(database, plan);
            var desk = Directory.CreateDirectory(Path.Combine(directory, "desk"));
            var kept = new KeptDistricts(new PlanShelf(database, new CalendarShelf(database, ShippedCalendars.HolidayTable)));
            await RehearsalPapers.Write(database, plan, kept, new(2021, 11, 30), desk, TestContext.Current.CancellationToken);
            var papers = desk.GetFiles().ToDictionary(f => f.Name, f => File.ReadAllBytes(f.FullName), StringComparer.Ordinal);
            return (timeline.ToArray(), results, await RehearsalReport.Meetings(database, campaign, new(2021, 11, 30)), await RehearsalReport.Supervision(database, campaign), papers);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
