using HuiminCoord.Server.Tests.Api;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A year's report on its page: begun with its months, completed by hand, and a correction as the office sees it.</summary>
public sealed class AnnualActTests
{
    [Fact]
    public async Task The_months_are_filled_in_and_what_was_typed_stays()
    {
        await using var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 12, 1), 10);
        var unit = new ReportWriter(server, "jiaoyu");
        await Month(unit, "monthly-2020-09", "5");
        await Month(unit, "monthly-2020-10", "6");
        await using var screen = await Screen.Open("annual");
        var liaison = await screen.Seated(server, "jiaoyu/liaison", "/fill/annual-2020");
        await liaison.Sees("#annual", "各月合计含2020年9月1日至10月25日；请在各格加上2020年10月26日至11月30日的数");
        await liaison.Sees("#annual", "2020年11月尚未报送");
        await liaison.TypeInto("#c-chi-shipin-officers", "15");
        await liaison.Sees("#fill-months", "填入各月合计（43格）");
        await liaison.Click("#fill-months");
        await liaison.Sees(".toasts", "已填入43格各月合计");
        await liaison.Holds("#c-chi-shipin-subjects", "11");
        await liaison.Holds("#c-chi-shipin-officers", "15");
        await liaison.Click(".toast:has-text('已填入43格') .undo");
        await liaison.Holds("#c-chi-shipin-subjects", "");
        await liaison.Holds("#c-chi-shipin-officers", "15");
        await liaison.Click("#fill-months");
        await liaison.Holds("#c-chi-shipin-subjects", "11");
        await liaison.TypeInto("#c-chi-yiyao-clues", "10");
        await liaison.Sees(".rem.soon:has-text('少于各月')", "全年10，少于各月合计11");
        await liaison.Look("01-year");
        screen.HasNoFaults();
    }

    [Fact]
    public async Task The_office_sees_what_a_correction_changes_later()
    {
        await using var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 12, 1), 10);
        var unit = new ReportWriter(server, "jiaoyu");
        await Month(unit, "monthly-2020-09", "5");
        await Month(unit, "monthly-2020-10", "6");
        await unit.Reopen("monthly-2020-09", "一次检查重复填报");
        await unit.Type("monthly-2020-09", ("chi-shipin/officers", "3"));
        await unit.HandIn("monthly-2020-09");
        await using var screen = await Screen.Open("annual");
        var office = await screen.Seated(server, "office-staff", "/review/sheet?unit=jiaoyu&duty=monthly-2020-09");
        await office.Sees("#later", "一次检查重复填报");
        await office.Sees("#later", "2020年10月累计：11 → 9");
        await office.Look("02-correction");
        await office.Click("#accept");
        await office.Sees(".toasts", "已审核通过");
        await server.Drain();
        await office.Click("#tab-versions");
        await office.Sees(".sheetmain", "累计数随之变化2处");
        screen.HasNoFaults();
    }

    private static async Task Month(ReportWriter unit, string duty, string figure)
    {
        await unit.Fill(duty, figure);
        await unit.HandIn(duty);
    }
}
