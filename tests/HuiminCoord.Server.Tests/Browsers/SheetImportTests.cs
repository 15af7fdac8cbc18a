using HuiminCoord.Server.Tests.Documents.Workbooks;
using static HuiminCoord.Server.Tests.Documents.Workbooks.FilledWorkbooks;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>导入Excel on the page of a report: what the file holds, what is wrong with it, and what becomes of what was typed before.</summary>
public sealed class SheetImportTests
{
    private const string Duty = "monthly-2020-09", Page = $"/fill/{Duty}", File = "#workbook-file", Sending = "#workbook-file-sending li", Book = "9月报.xlsx";

    [Fact]
    public async Task What_the_file_holds_is_shown_and_taken_over_and_can_be_taken_back()
    {
        await using var server = await Begin();
        await using var screen = await Screen.Open("import");
        var liaison = await screen.Seated(server, "jiaoyu/liaison", Page);
        var workbook = Whole(await liaison.Fetch($"{Page}/workbook"), "jiaoyu", Duty, "7");
        await liaison.TypeInto("#c-chi-shipin-officers", "82");
        await liaison.TypeInto("#c-chi-shipin-subjects", "7");
        await liaison.Sees(".saved", "已自动保存");

        await liaison.Attach(File, (Book, workbook));
        await liaison.Sees("#import", $"导入Excel：{Book}");
        await liaison.Sees("#import", "文件中有数据44格；空白处可填入45处，与本页相同1处，与本页不同1处。");
        await liaison.Sees("#import-changes", "吃 · 食品，出动执法人员（下载样表后又填写过） 82 7");
        await liaison.Look("01-holds");
        await liaison.Click("#import-yes");
        await liaison.Sees(".toasts", "已从Excel填入45处");
        await liaison.Holds("#c-chi-shipin-officers", "82");
        await liaison.Holds("#c-chuan-fanghu-subjects", "7");
        await liaison.MissesAll("#import");
        await liaison.Look("02-filled");
        await liaison.Click(".toast:has-text('已从Excel填入') .undo");
        await liaison.Holds("#c-chuan-fanghu-subjects", "");

        await liaison.Attach(File, (Book, workbook));
        await liaison.Click("#import-changes input");
        await liaison.Sees("#import-yes", "填入本页（46处）");
        await liaison.Click("#import-yes");
        await liaison.Holds("#c-chi-shipin-officers", "7");
        await liaison.Sees(".saved", "已自动保存");
        screen.HasNoFaults();
    }

    [Fact]
    public async Task Problems_are_listed_by_cell_and_nothing_is_kept_unless_as_a_draft()
    {
        await using var server = await Begin();
        await using var screen = await Screen.Open("import-problems");
        var liaison = await screen.Seated(server, "jiaoyu/liaison", Page);
        var empty = await liaison.Fetch($"{Page}/workbook");
        var at = At(empty, "jiaoyu", Duty);
        await liaison.Attach(File, (Book, With(empty, "jiaoyu", Duty, ("chi-shipin/officers", "s:十二"), ("chi-yiyao/officers", "n:-3"), ("chi-shipin/subjects", "n:9"), ("text/work", "s:检查食堂。"))));
        await liaison.Sees("#import .note", "文件有45处需处理，尚未保存任何内容");
        await liaison.Sees("#import-faults", $"统计表{at["chi-shipin/officers"].Address} 吃 · 食品，出动执法人员：“十二”不是数字，请只填数字。");
        await liaison.Sees("#import-faults", $"统计表{at["chi-yiyao/officers"].Address} 吃 · 医药，出动执法人员：“-3”小于0，请核实。");
        await liaison.Sees("#import-faults", "等41格 未填41格：本格未填；没有数据请填0。");
        await liaison.Sees("#import-faults", $"小结{at["text/problems"].Address}");
        await liaison.Look("01-problems");
        await liaison.Click("#import-no");
        await liaison.Visit(Page);
        await liaison.Connected();
        await liaison.Holds("#c-chi-shipin-subjects", "");

        await liaison.Attach(File, (Book, With(empty, "jiaoyu", Duty, ("chi-shipin/officers", "s:十二"), ("chi-shipin/subjects", "n:9"))));
        await liaison.Sees("#import-yes", "存为草稿（1处）");
        await liaison.Click("#import-yes");
        await liaison.Sees(".toasts", "已存为草稿：填入1处");
        await liaison.Sees(".saved", "已自动保存");
        await liaison.Visit(Page);
        await liaison.Connected();
        await liaison.Holds("#c-chi-shipin-subjects", "9");
        await liaison.Holds("#c-chi-shipin-officers", "");
        screen.HasNoFaults();
    }

    [Fact]
    public async Task A_file_that_is_refused_or_cut_off_says_so_and_stores_nothing()
    {
        await using var server = await Begin();
        await using var screen = await Screen.Open("import-refused");
        var liaison = await screen.Seated(server, "jiaoyu/liaison", Page);
        var other = await screen.Seated(server, "gongan/liaison", Page);
        foreach (var (file, said) in new[] { ("xls", "旧的XLS格式"), ("a password", "请取消密码"), ("xlsm", "不接收含宏的文件"), ("an external entity", "不允许的外部引用"), ("cut off", "文件已损坏"), ("21 MB", "文件最大20MB") })
        {
            await liaison.Attach(File, ("报表.xlsx", HostileFiles.All[file].File()));
            await liaison.Sees(Sending + "[data-state=refused]", said);
        }

        await liaison.Look("01-refused");
        var workbook = Whole(await other.Fetch($"{Page}/workbook"), "gongan", Duty, "7");
        await liaison.Attach(File, (Book, workbook));
        await liaison.Sees(Sending + "[data-state=refused]", "不是本单位的表格");
        await liaison.Click(Sending + " button:has-text('关闭')");
        await liaison.MissesAll(Sending);

        await other.LosesWorkbooks();
        await other.Attach(File, (Book, workbook));
        await other.Sees(Sending + "[data-state=lost]", "没有保存任何内容，请重新发送");
        await other.Look("02-lost");
        await other.HasWorkbooks();
        await other.Click(Sending + " .again");
        await other.SeesSomething("#import");
        await other.Click("#import-no");
        await other.Holds("#c-chuan-fuzhuang-officers", "");
        screen.HasNoFaults();
    }

    private static async Task<TestServer> Begin()
    {
        var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 9, 25), 10);
        return server;
    }
}
