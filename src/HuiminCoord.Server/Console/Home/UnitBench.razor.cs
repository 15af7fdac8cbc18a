using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Drafts;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Home;

/// <summary>The workbench of a unit's seats: what is asked of the unit, in the order in which it is due.</summary>
public sealed partial class UnitBench : LivePage
{
    [Inject]
    private DraftBook Drafts { get; set; } = null!;

    private Workbench? Bench { get; set; }

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        var unit = Visitor.Asker.Standing.Seat.Unit!.Value.Value;
        await using var scene = await Desk.Read("listObligations");
        Bench = new(scene.Campaign, await DutyReader.Open(scene, Drafts, unit, Visitor.Gone), await DutyReader.CountOver(scene, unit, Visitor.Gone));
    }

    private IEnumerable<(string Text, string? Colour)> Counts(Workbench bench)
    {
        (int Count, string Text, string? Colour)[] all =
        [
            (bench.Late, Words["home.unit.late", bench.Late], "late-ink"),
            (bench.Returned, Words["home.unit.returned", bench.Returned], "ret-ink"),
            (bench.Near, Words["home.unit.near", bench.Near], null),
        ];
        var said = all.Where(c => c.Count > 0).ToList();
        return said.Select((c, i) => (c.Text + (i < said.Count - 1 ? Words["page.comma2"] : ""), c.Colour));
    }

    private string? Context(Workbench bench) => bench.First is { Due: { } due } first
        ? $"{first.Row.Title}{Words["page.colon"]}{Words.Countdown(due, bench.Scene.Today, bench.Calendar)}（{Words.ShortDay(due, bench.Scene.Today)} {Words["home.unit.midnight"]}）"
        : null;
}
