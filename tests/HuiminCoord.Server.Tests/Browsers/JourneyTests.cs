using HuiminCoord.Server.Tests.Console;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>Several people at work at once, each in a browser: what one does, the others see without loading their page again.</summary>
public sealed class JourneyTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private const string Fill = "/fill/monthly-2020-11";

    private TestServer Server => morning.Server;

    [Fact]
    public async Task A_report_goes_to_and_fro_between_a_unit_and_the_office()
    {
        await using var screen = await Screen.Open("journey-report");
        var office = await screen.Seated(Server, "office-director", "/board");
        var convenor = await screen.Seated(Server, "convenor", "/board");
        var liaison = await screen.Seated(Server, "nongmu/liaison");
        var deputy = await screen.Seated(Server, "nongmu/deputy", Fill);
        var others = await screen.Seated(Server, "scjg/liaison");
        await office.Sees("h1", "未报4");

        await office.Press("催报未报单位（4）");
        await office.Look("01-urge");
        await office.Click(".mud-dialog button.pri");
        await Told(() => liaison.Sees(".msgs li:first-child", "请报送：2020年11月小结和统计表"));
        await liaison.Look("02-urged");
        Assert.DoesNotContain("请报送", await others.TextOf(".inbox"), StringComparison.Ordinal);

        await liaison.Visit(Fill);
        await liaison.Connected();
        await liaison.TypeInto("#fill-text", "检查经营主体12户，整改3户。");
        await liaison.Attach("#fill-files", "佐证材料.txt", "现场检查记录");
        await liaison.Sees(".attached", "佐证材料.txt");
        await liaison.Sees(".saved", "已自动保存");
        await office.Visit("/board");
        await office.Connected();
        await office.Sees("tr:has(#unit-nongmu) .cell >> nth=0", "填报中");
        await liaison.Press("报送");
        await liaison.Sees(".mud-dialog", "附件1份");
        await liaison.Click(".mud-dialog button.pri");
        await Told(() => office.Sees("tr:has(#unit-nongmu) .cell >> nth=0", "待审核"));
        await office.Sees("h1", "未报3");
        await convenor.Sees("h1", "未报3");
        await deputy.Sees(".body", "检查经营主体12户，整改3户。");

        await deputy.Press("撤回修改");
        await Told(() => office.Sees("h1", "未报4"));
        await liaison.HasCount("#fill-text", 1);
        await liaison.TypeInto("#fill-text", "检查经营主体13户，整改3户。");
        await liaison.Press("报送");
        await liaison.Click(".mud-dialog button.pri");
        await Told(() => office.Sees("h1", "未报3"));

        await office.Visit("/review?unit=nongmu&of=monthly-2020-11&part=summary&do=return");
        await office.Connected();
        await office.Sees("#drawer", "检查经营主体13户");
        await office.TypeInto("#return-1-place", "第1行");
        await office.TypeInto("#return-1-text", "请说明整改的3户。");
        await office.Look("03-return");
        await office.Click("#drawer form button.pri");
        await Told(() => liaison.Sees(".body", "请说明整改的3户。"));
        await liaison.Look("04-returned");
        await liaison.TypeInto("#fill-text", "整改的3户均已复查。");
        await liaison.Press("报送");
        await liaison.Click(".mud-dialog button.pri");
        await Told(() => office.HasCount("#part-nongmu-monthly-2020-11-summary", 1));
        await office.Visit("/review?unit=nongmu&of=monthly-2020-11&part=summary");
        await office.Connected();
        await office.Sees("#drawer", "整改的3户均已复查。");
        await office.Press("审核通过");
        await Told(() => liaison.Sees("aside", "审核通过"));
        await Told(() => deputy.Sees("aside", "审核通过"));
        screen.HasNoFaults();
    }

    [Fact]
    public async Task Two_windows_of_one_person_lose_nothing_of_each_other()
    {
        await using var screen = await Screen.Open("journey-windows");
        var first = await screen.Seated(Server, "chengguan/liaison", Fill);
        var second = await screen.Seated(Server, "chengguan/liaison", Fill);
        await first.TypeInto("#fill-text", "第一窗口的内容");
        await first.Sees(".saved", "已自动保存");
        await second.TypeInto("#fill-text", "第二窗口");
        await second.Sees("[role=alert]", "第一窗口的内容");
        await second.Look("both");
        await second.Press("采用以上内容");
        await second.Holds("#fill-text", "第一窗口的内容");
        await second.MissesAll(".theirs");
        await second.Visit(Fill);
        await second.Connected();
        await second.Holds("#fill-text", "第一窗口的内容");
        screen.HasNoFaults();
    }

    [Fact]
    public async Task A_later_date_is_asked_for_and_granted()
    {
        await using var screen = await Screen.Open("journey-extension");
        var unit = await screen.Seated(Server, "weijian/liaison", "/fill/annual-2020");
        var office = await screen.Seated(Server, "office-staff", "/home");
        await unit.Click("details.ask summary");
        await unit.Click("details.ask .mud-picker button");
        await unit.Sees(".mud-picker-calendar-header-switch", "2020年11月");
        await unit.Sees(".mud-picker-calendar .today", "30");
        await unit.Look("days");
        await unit.Type("Escape");
        await unit.HasCount(".mud-picker-calendar", 0);
        await unit.TypeInto("#extension-until", "2020-12-08");
        await unit.TypeInto("#extension-reason", "年度数据需与上级核对。");
        await unit.Look("asked");
        await unit.Press("提交申请");
        await Told(() => unit.Sees(".head", "申请延期至"));
        await office.Visit("/review?unit=weijian&of=annual-2020");
        await office.Connected();
        await office.Sees("#drawer", "年度数据需与上级核对。");
        await office.TypeInto("#extension-reason", "同意核对。");
        await office.Click("#drawer form button.pri");
        await Told(() => unit.Sees(".head", "12月8日"));
        await unit.Look("granted");
        screen.HasNoFaults();
    }

    [Fact]
    public async Task Progress_of_a_task_reaches_the_supervision_group_and_its_filters()
    {
        await using var screen = await Screen.Open("journey-task");
        var lead = await screen.Seated(Server, "scjg/liaison", "/tasks/chi-1");
        var group = await screen.Seated(Server, "group", "/tasks");
        var phone = await screen.Seated(Server, "group", "/phases");
        await lead.TypeInto("#progress-words", "已检查食品经营主体40户。");
        await lead.TypeInto("#progress-percent", "40");
        await lead.Attach("#progress-files", "检查照片.txt", "四十户的检查照片");
        await lead.Sees("#progress .attached", "检查照片.txt");
        await lead.Click("#progress button.pri");
        await Told(() => group.Sees("#task-chi-1", "40%"));
        await Told(() => lead.Sees("#history", "已检查食品经营主体40户。"));
        await lead.Sees("#history .attached", "检查照片.txt");
        await lead.MissesAll("#progress .attached");
        Assert.Equal("四十户的检查照片", await group.Download(await lead.Attribute("#history .attached a", "href")));
        await lead.Click("summary:has-text('提请协调')");
        await lead.TypeInto("#raise-words", "缺检测设备。");
        await lead.ChooseIn("#raise-with", "教育局");
        await lead.Click("#raise button");
        await Told(() => lead.Sees("#block", "与教育局对职责分工有不同意见"));
        await Told(() => group.Sees("#task-chi-1", "需协调解决"));
        await phone.Look("phases");
        await phone.Sees(".head", "需协调1");
        screen.HasNoFaults();
    }

    [Fact]
    public async Task What_was_done_for_a_goal_of_a_phase_is_seen_by_the_convenor()
    {
        await using var screen = await Screen.Open("journey-gate");
        var office = await screen.Seated(Server, "office-director", "/phases");
        var convenor = await screen.Seated(Server, "convenor", "/phases");
        const string Open = "#gate li:has(form)";
        var goals = await office.CountOf(Open);
        Assert.True(goals > 0, "no goal waits for its evidence");
        var goal = await office.Attribute($"{Open} >> nth=0", "id");
        await office.Click($"#{goal} summary");
        await office.TypeInto($"#{goal} textarea", "签到表已归档。");
        await office.Click($"#{goal} form button");
        await Told(() => convenor.Sees("#gate", "签到表已归档。"));
        await Told(() => office.HasCount(Open, goals - 1));
        screen.HasNoFaults();
    }

    /// <summary>Lets what was done be told, as a server does by itself, until it is seen.</summary>
    private async Task Told(Func<Task> seen)
    {
        var looking = seen();
        while (!looking.IsCompleted)
        {
            await Server.Drain();
            await Task.WhenAny(looking, Task.Delay(100, TestContext.Current.CancellationToken));
        }

        await looking;
    }
}
