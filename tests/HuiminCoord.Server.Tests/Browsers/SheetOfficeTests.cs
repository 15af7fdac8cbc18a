using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>The office with a report that has a form: looked at, returned with a remark at its cell, accepted, added up, and opened again by two people.</summary>
public sealed class SheetOfficeTests
{
    private const string Duty = "monthly-2020-09", Review = $"/review/sheet?unit=jiaoyu&duty={Duty}";

    [Fact]
    public async Task From_what_was_handed_in_to_the_district_s_table()
    {
        await using var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 9, 25), 10);
        await HandIn(server, 1, "7");
        await using var screen = await Screen.Open("sheet-office");
        var office = await screen.Seated(server, "office-staff", $"/review?unit=jiaoyu&of={Duty}&part=table");
        await office.Click("a[href^='/review/sheet']");
        await office.Sees("h1", "2020年9月小结和统计表");
        await office.SeesSomething("#accept");
        await office.Look("01-review");
        await office.Click("#return");
        await office.SeesSomething("#remark-1-text"); // a cell that is chosen before goes nowhere
        await office.Click("#c-chi-shipin-officers");
        await office.TypeInto("#remark-1-text", "请核实出动人数。");
        await office.Click("#send-back");
        await office.Sees(".toasts", "已退回修改");
        await server.Drain();

        var liaison = await screen.Seated(server, "jiaoyu/liaison", $"/fill/{Duty}");
        await liaison.Sees(".sheetside", "请核实出动人数");
        await HandIn(server, 2, "8");
        await Eventually(server, () => office.CountOf("#accept"));
        await office.Sees(".sheetside", "2版"); // what is clicked before is about the first version, and is refused
        await office.Click("#accept");
        await office.Sees(".toasts", "已审核通过");
        await server.Drain();

        await office.Visit($"/district?duty={Duty}");
        await office.Connected();
        await office.Sees("h1", "2020年9月：应报11，已报1，其中逾期0，未报10");
        await office.Click(".district tbody tr:first-child td:last-child button");
        await office.Sees("#behind", "教育局");
        await office.Sees("#behind", "公安分局");
        await office.Look("02-district");
        await office.Click("#by-unit");
        await office.Sees(".district thead", "教育局");
        await office.Click(".district tbody tr:first-child td:nth-child(3) button");
        await office.Sees("#behind", "教育局");
        await office.Look("03-by-unit");
        Assert.True((await office.Fetch($"/district/{Duty}/files/table")).Length > 4000);
        Assert.True((await office.Fetch($"/district/{Duty}/files/bulletin")).Length > 4000);
        screen.HasNoFaults();
    }

    private static Task<int> Eventually(TestServer server, Func<Task<int>> count) => HubClient.Eventually(
        async () =>
        {
            await server.Drain();
            return await count();
        },
        found => found == 1);

    private static async Task HandIn(TestServer server, int version, string figure)
    {
        var plan = PlanReader.Read(TestServer.FormsJson).Plan!;
        var cells = TableLayout.Of(plan, plan.Forms!.Table, plan.Units.First(u => u.Id.Value == "jiaoyu")).Cells.Select(c => new { field = c.ToString(), typed = figure });
        var texts = new[] { "work", "cases", "problems" }.Select(s => new { field = $"text/{s}", typed = "本期按方案推进。" });
        await server.Do($"{TestServer.Path}/units/jiaoyu/reports/{Duty}/fields", new { fields = cells.Concat(version == 1 ? texts : []) });
        await server.Do($"{TestServer.Path}/units/jiaoyu/reports/{Duty}/propose", new { });
        await server.Do($"{TestServer.Path}/units/jiaoyu/reports/{Duty}/approve", new { version });
    }
}
