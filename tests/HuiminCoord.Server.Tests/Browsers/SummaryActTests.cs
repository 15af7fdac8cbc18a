using HuiminCoord.Server.Tests.Api;
using HuiminCoord.Server.Tests.Documents;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>The office writes a month's summary on the district's page: it saves itself, a correction is shown beside it, two people choose, and the file has it.</summary>
public sealed class SummaryActTests
{
    private const string Duty = "monthly-2020-09", Page = $"/district?duty={Duty}", Work = "#summary-text-work";
    private const string Composed = "市场监督管理局：本期按方案推进。\n农牧局：本期按方案推进。", Own = "全区检查经营主体38户。", Corrected = "检查批发市场2个。";

    [Fact]
    public async Task What_the_office_writes_stays_whatever_units_correct()
    {
        await using var server = await Begin();
        await using var screen = await Screen.Open("summary");
        var office = await screen.Seated(server, "office-staff", Page);
        await office.Holds(Work, Composed);
        await office.Sees("#summary-work", "自动汇总，随各单位报送更新");
        await office.TypeInto(Work, Own);
        await office.Sees("#summary-work .saved", "已自动保存");
        await office.Sees("#summary-work", "已修改，下载的文件采用现有文字");
        await office.Visit(Page);
        await office.Connected();
        await office.Holds(Work, Own);
        await office.MissesAll("#summary-since-work");

        await Correct(server);
        await HubClient.Eventually(
            async () =>
            {
                await server.Drain();
                return await office.CountOf($"#summary-since-work:has-text('{Corrected}')");
            },
            count => count == 1);
        await office.Sees("#summary-since-work", "农牧局的报送内容在本段修改后有变动");
        await office.Sees("#summary-since-work", $"农牧局：{Corrected}");
        await office.MissesAll("#summary-since-cases");
        await office.Holds("#summary-text-cases", Composed);
        await office.Click(Work); // so that the picture shows it
        await office.Look("01-since");
        await office.Click("#summary-append-work");
        await office.Holds(Work, $"{Own}\n农牧局：{Corrected}");
        await office.MissesAll("#summary-since-work");
        await office.Click(".toast:has-text('已将变动内容追加') .undo");
        await office.Holds(Work, Own);
        await office.Click("#summary-looked-work");
        await office.MissesAll("#summary-since-work");

        var lines = await Paper(office);
        Assert.Contains(Own, lines);
        Assert.DoesNotContain($"农牧局：{Corrected}", lines);
        await office.Click("#summary-restore-work");
        await office.Holds(Work, $"市场监督管理局：本期按方案推进。\n农牧局：{Corrected}");
        Assert.Contains($"农牧局：{Corrected}", await Paper(office));
        await office.Click(".toast:has-text('已恢复为自动汇总') .undo");
        await office.Holds(Work, Own);
        screen.HasNoFaults();
    }

    [Fact]
    public async Task Two_people_of_the_office_choose_whose_words_stay()
    {
        await using var server = await Begin();
        await using var screen = await Screen.Open("summary-shared");
        var staff = await screen.Seated(server, "office-staff", Page);
        var director = await screen.Seated(server, "office-director", Page);
        await staff.TypeInto(Work, Own);
        await staff.Sees("#summary-work .saved", "已自动保存");
        await director.TypeInto(Work, "主任另拟。");
        await director.Sees("#summary-text-work-choice .theirs", Own);
        await director.Holds(Work, "主任另拟。");
        await director.Click(Work);
        await director.Look("01-both");
        await director.Click("#summary-text-work-theirs");
        await director.Holds(Work, Own);
        await director.MissesAll("#summary-text-work-choice");

        await director.TypeInto(Work, "主任再拟。");
        await director.MissesAll("#summary-work .saved:has-text('正在保存')");
        await staff.TypeInto(Work, "工作人员再拟。");
        await staff.Sees("#summary-text-work-choice .theirs", "主任再拟。");
        await staff.Click("#summary-text-work-mine");
        await staff.MissesAll("#summary-text-work-choice");
        Assert.Contains("工作人员再拟。", await Paper(staff));
        await director.Visit(Page);
        await director.Connected();
        await director.Holds(Work, "工作人员再拟。");
        screen.HasNoFaults();
    }

    private static async Task<TestServer> Begin()
    {
        var server = await TestServer.Start(forms: true);
        await DistrictTableTests.HandIn(server, "scjg", "3");
        await DistrictTableTests.HandIn(server, "nongmu", "2");
        await server.RunUntil(new DateOnly(2020, 9, 25), 10);
        return server;
    }

    /// <summary>The office sends 农牧局's summary back, and the unit says something else in one section.</summary>
    private static async Task Correct(TestServer server)
    {
        var report = $"{TestServer.Path}/units/nongmu/reports/{Duty}";
        await server.Do($"{TestServer.Path}/units/nongmu/obligations/{Duty}/return", new { part = "summary", remarks = new[] { new { place = "工作开展情况", text = "请写明检查数量。" } } });
        await server.Do($"{report}/fields", new { fields = new[] { new { field = "text/work", typed = Corrected } } });
        await server.Do($"{report}/propose", new { });
        await server.Do($"{report}/approve", new { version = 2 });
    }

    private static async Task<List<string>> Paper(PersonAtScreen office)
    {
        using var paper = new PaperReader(await office.Fetch($"/district/{Duty}/files/summary"));
        return [.. paper.Lines.Select(l => l.Trim())];
    }
}
