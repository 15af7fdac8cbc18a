using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A monthly report with its form: filled in by keys and from a spreadsheet, shared, approved in the unit, handed in.</summary>
public sealed class SheetActTests
{
    private const string Page = "/fill/monthly-2020-09";

    [Fact]
    public async Task From_the_empty_sheet_to_the_office()
    {
        await using var server = await Begin();
        await using var screen = await Screen.Open("sheet");
        var liaison = await screen.Seated(server, "jiaoyu/liaison", Page);
        await liaison.Sees("h1", "2020年9月小结和统计表");
        await liaison.Look("01-empty");
        await Keys(liaison);
        await Blocks(liaison);
        await liaison.Look("02-filled", "02-fill");
        await Answer(liaison);
        await Hand(server, liaison);
        await liaison.Look("03-waits");

        var leader = await screen.Seated(server, "jiaoyu/leader", "/fill");
        await leader.Sees("h1", "待我审核1项");
        await leader.Visit(Page);
        await leader.Connected();
        await SendBack(server, leader);
        await liaison.Sees(".sheetside", "请核实检查户次");
        await liaison.Click("#propose");
        await liaison.Click(".mud-dialog button.pri");
        await HubClient.Eventually(
            async () =>
            {
                await server.Drain();
                return await leader.CountOf("#approve");
            },
            count => count == 1);
        await leader.Click("#approve");
        await leader.Click(".mud-dialog button.pri");
        await leader.Sees(".toasts", "已审核并报送");
        await HubClient.Eventually(
            async () =>
            {
                await server.Drain();
                return await leader.TextOf("h1");
            },
            text => text.Contains("已报送（待审核）", StringComparison.Ordinal));
        await leader.Click("#tab-versions");
        await leader.Look("05-handed");
        Assert.All(await leader.Print("06-sealed"), paper => Assert.True(paper.Width > paper.Height));
        var office = await screen.Seated(server, "office-director", "/review");
        await office.Sees("教育局");
        screen.HasNoFaults();
    }

    [Fact]
    public async Task Two_people_in_one_sheet_never_write_over_each_other()
    {
        await using var server = await Begin();
        await using var screen = await Screen.Open("sheet-shared");
        var liaison = await screen.Seated(server, "jiaoyu/liaison", Page);
        var deputy = await screen.Seated(server, "jiaoyu/deputy", Page);
        await deputy.TypeInto("#c-chi-shipin-samples", "24");
        await deputy.TypeInto("#c-chi-yiyao-clues", "3");
        await deputy.Sees(".saved", "已自动保存");

        await liaison.TypeInto("#c-chi-shipin-samples", "42");
        await liaison.Sees(".rem.late", "备用联络人填的是24，您填的是42");
        await liaison.Holds("#c-chi-yiyao-clues", "3");
        await liaison.Look("01-both");
        await liaison.Click(".rem.late button:has-text('采用对方的')");
        await liaison.Holds("#c-chi-shipin-samples", "24");
        await liaison.MissesAll(".rem.late");
        screen.HasNoFaults();
    }

    private static async Task<TestServer> Begin()
    {
        var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 9, 25), 10);
        return server;
    }

    /// <summary>Enter and arrows pass over what the unit cannot have; what was typed is there after the page was left.</summary>
    private static async Task Keys(PersonAtScreen liaison)
    {
        await liaison.Click("#c-chi-shipin-officers");
        await liaison.Write("82");
        await liaison.Type("Enter");
        await liaison.Write("38");
        await liaison.Type("ArrowDown");
        Assert.Equal("c-chi-shipin-samples", await liaison.FocusedId());
        await liaison.Write("24");
        await liaison.Type("Tab");
        Assert.Equal("c-chi-yiyao-samples", await liaison.FocusedId());
        await liaison.Type("ArrowUp");
        Assert.Equal("c-chi-yiyao-subjects", await liaison.FocusedId());
        await liaison.Sees(".saved", "已自动保存");
        await liaison.Visit(Page);
        await liaison.Connected();
        await liaison.Holds("#c-chi-shipin-officers", "82");
        await liaison.Holds("#c-chi-shipin-samples", "24");
    }

    /// <summary>As the official sheet has it, with its headings; as the screen has it, without; and more than any table holds.</summary>
    private static async Task Blocks(PersonAtScreen liaison)
    {
        await liaison.Paste("#c-chi-shipin-officers", "领域\t出动执法人员\t检查经营主体\r\n吃-医药\t18\t9\r\n穿-服装鞋帽\t２８\t1,004\r\n");
        await liaison.Sees(".toasts", "已粘贴4格");
        await liaison.Holds("#c-chi-yiyao-officers", "18");
        await liaison.Holds("#c-chuan-fuzhuang-subjects", "1004");
        await liaison.Click(".toast:has-text('已粘贴4格') .undo");
        await liaison.Holds("#c-chuan-fuzhuang-subjects", "");
        await liaison.Paste("#c-chi-yiyao-officers", "18\t28\t44\n9\t20\t22\n");
        await liaison.Sees(".toasts", "已粘贴6格");
        await liaison.Holds("#c-chuan-fanghu-subjects", "22");
        await liaison.Paste("#c-chi-yiyao-officers", new string('9', 1_000_000) + "\t1");
        await liaison.Sees(".sheetmain [role=alert]", "粘贴的内容过大");
        await liaison.Click("#zeros");
        await liaison.Sees(".toasts", "格填0");
        await liaison.Holds("#c-chi-shipin-clues", "0");
    }

    private static async Task Answer(PersonAtScreen liaison)
    {
        await liaison.Sees(".rem.soon", "出动执法人员28人次，检查主体20户次");
        await liaison.Click(".rem.soon .answer");
        await liaison.TypeInto(".note-in", "两人一组，部分户次合并检查。");
        await liaison.MissesAll(".rem.soon");
    }

    private static async Task Hand(TestServer server, PersonAtScreen liaison)
    {
        await liaison.Click("#tab-summary");
        await liaison.TypeInto("#text-work", "检查食堂38户次。");
        await liaison.TypeInto("#text-cases", "本期无。");
        await liaison.TypeInto("#text-problems", "部分食堂台账不全。");
        await liaison.Click("#propose");
        await liaison.Sees(".mud-dialog", "教育局 负责同志");
        await liaison.Click(".mud-dialog button.pri");
        await liaison.Sees(".toasts", "已提交本单位审核");
        await server.Drain();
        await liaison.Sees("h1", "待本单位审核");
        await liaison.Click("#tab-table");
        await liaison.MissesAll(".grid input");
    }

    private static async Task SendBack(TestServer server, PersonAtScreen leader)
    {
        await leader.Click("#return");
        await leader.Click("#c-chi-shipin-subjects");
        await leader.TypeInto("#remark-1-text", "请核实检查户次");
        await leader.Look("04-leader");
        await leader.Click("#send-back");
        await leader.Sees(".toasts", "已退回修改");
        await server.Drain();
    }
}
