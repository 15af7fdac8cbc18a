using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Board;

/// <summary>报送一览: units × the duties that are due in one month.</summary>
/// <param name="Period">The month: <c>2020-09</c>.</param>
/// <param name="Summary">One sentence per duty, the first thing seen.</param>
internal sealed record BoardView(string Period, IReadOnlyList<string> Summary, IReadOnlyList<BoardDuty> Duties, IReadOnlyList<BoardUnit> Units);

/// <summary>A column.</summary>
/// <param name="Owed">应报.</param>
/// <param name="Reported">已报, including 待审 and 退回.</param>
/// <param name="AwaitingReview">待审.</param>
/// <param name="Extended">延期: not reported, with a later date that was granted and has not passed.</param>
/// <param name="Silent">未报 otherwise.</param>
/// <param name="SilentUnits">Their names, in plan order.</param>
internal sealed record BoardDuty(string Duty, string Title, DateOnly? Due, int Owed, int Reported, int AwaitingReview, int Extended, int Silent, IReadOnlyList<string> SilentUnits)
{
    internal static BoardDuty Of(DutyCount count) => new(
        count.Duty.Value, count.Title, count.Due, count.Owed, count.Reported, count.AwaitingReview, count.Extended, count.Silent.Count, count.Silent);
}

/// <summary>A row.</summary>
/// <param name="Cells">One per duty of the month that the unit owes, waived ones included.</param>
internal sealed record BoardUnit(string Unit, string Name, IReadOnlyList<BoardCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Words">Its stage in the words of the office.</param>
internal sealed record BoardCell(string Duty, string Stage, string Words, bool Overdue, bool? OnTime, DateOnly? Due, DateTimeOffset? FirstCompleteAt);

/// <summary>The board of one month.</summary>
internal static class BoardEndpoints
{
    internal static void Map(RouteGroupBuilder campaign) => campaign.MapGet("/board", Show).AsRead<Reading<BoardView>>("getBoard")
        .Refuses("period.malformed");

    /// <summary>Units × the duties that are due in a month, with counts. Entered-late duties are not on it.</summary>
    /// <remarks>A unit's seat sees its own. Planned duties belong to the month of their planned date, also where a unit's was extended.</remarks>
    /// <param name="period">The month, as 2020-09; the campaign's present month unless told.</param>
    internal static async Task<Reading<BoardView>> Show(string campaign, ReadingDoor door, CancellationToken cancellation, [Words(7)] string? period = null)
    {
        await using var scene = await door.Open(campaign);
        var first = period is null ? scene.Campaign.Today.AddDays(1 - scene.Campaign.Today.Day) : FirstOf(period);
        var rows = await BoardRows.Due(scene, first, first.AddMonths(1).AddDays(-1), cancellation);
        return scene.One(Board(first, rows, scene));
    }

    private static BoardView Board(DateOnly first, List<ObligationRow> rows, ReadingScene reading)
    {
        var scene = reading.Campaign;
        var counts = RegisterReader.Counts(scene.Plan, rows, scene.Today);
        var cells = rows.ToLookup(o => o.Unit, o => new BoardCell(
            o.Duty, o.Stage, ObligationView.StageOf(o, scene), ObligationView.IsOverdue(o, scene.Today), o.OnTime, o.Due, o.FirstCompleteAt));
        return new(
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            [.. counts.Select(Notices.Count)],
            [.. counts.Select(BoardDuty.Of)],
            [.. scene.Plan.Units.Where(u => reading.OnlyUnit is null || u.Id.Value == reading.OnlyUnit).Select((UnitPlan u) => new BoardUnit(u.Id.Value, u.Name, [.. cells[u.Id.Value]]))]);
    }

    private static DateOnly FirstOf(string period) =>
        DateOnly.TryParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 2000 and < 2100
            ? first
            : throw new RefusedException(new Refusal("period.malformed", period));
}
