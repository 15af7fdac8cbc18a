using HuiminCoord.Server.Tests.Documents;
using HuiminCoord.Server.Tests.Documents.Workbooks;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A month's reports once around: typed by keys in one unit, filled in with another program in the next, approved, returned at a cell, corrected, accepted, added up.</summary>
public sealed class SheetLoopTests
{
    private const string Duty = "monthly-2020-09", Page = $"/fill/{Duty}", Typed = "jiaoyu", Sent = "minzheng", Wrong = "chi-shipin/officers";

    [Fact]
    public async Task From_two_units_to_the_district_s_sums()
    {
        await using var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 9, 25), 10);
        await using var screen = await Screen.Open("sheet-loop");
        var liaison = await screen.Seated(server, $"{Typed}/liaison", Page);
        await TypeIn(liaison);
        await Propose(server, liaison);
        var other = await screen.Seated(server, $"{Sent}/liaison", Page);
        await SendIn(other);
        await Propose(server, other);
        var leader = await screen.Seated(server, $"{Typed}/leader", Page);
        await Approve(server, leader);
        await Approve(server, await screen.Seated(server, $"{Sent}/leader", Page));

        var office = await screen.Seated(server, "office-staff", Review(Typed));
        await Return(server, office);
        await liaison.Sees(".sheetside", "请核实出动人数。");
        await liaison.Click("#tab-table");
        await liaison.TypeInto("#c-chi-shipin-officers", "80");
        await Propose(server, liaison);
        await Approve(server, leader);
        await Accept(server, office, Typed);
        await Accept(server, office, Sent);

        await office.Visit($"/district?duty={Duty}");
        await office.Connected();
        await office.Sees("h1", "2020年9月：应报11，已报2，其中逾期0，未报9");
        var sum = 80 + (7 * FilledWorkbooks.LayoutOf(Sent).Cells.Count(c => c.Column == "officers"));
        await office.Sees(".district tbody tr:first-child td:last-child", $"{sum}");
        await office.Look("03-district");
        await Lock(server, office);
        screen.HasNoFaults();
    }

    /// <summary>Until the others are accepted or exempted the month cannot be locked; the table goes upward before, and is kept.</summary>
    private static async Task Lock(TestServer server, PersonAtScreen office)
    {
        await office.Click("#send-upward");
        await office.Click(".mud-dialog button.pri");
        await Told(server, office, "汇总表已留存");
        await office.Click("#lock-period");
        await office.Click(".mud-dialog button.pri");
        await office.Sees("#office-work .note.bad", "尚不能锁定");
        await Api.Whole.ReportWays.Complete(server);
        await server.Drain();
        await office.Sees("#office-work", "可以锁定");
        await office.Click("#lock-period");
        await office.Click(".mud-dialog button.pri");
        await Eventually(server, () => office.CountOf("#kept-2"));
        await office.Sees("#office-work", "已锁定");
        await office.Click("#kept-1");
        await office.SeesSomething("#kept-differences");
        await office.Look("04-locked");
    }

    /// <summary>The first cells by keys, the rest with zeros, and the summary.</summary>
    private static async Task TypeIn(PersonAtScreen liaison)
    {
        await liaison.Click("#c-chi-shipin-officers");
        await liaison.Write("82");
        await liaison.Type("Enter");
        await liaison.Write("38");
        await liaison.Type("ArrowDown");
        await liaison.Write("24");
        await liaison.Click("#zeros");
        await liaison.Click("#tab-summary");
        foreach (var section in new[] { "work", "cases", "problems" })
        {
            await liaison.TypeInto($"#text-{section}", "本期按方案推进。");
        }

        await liaison.Sees(".saved", "已自动保存");
    }

    /// <summary>What the page gives is filled in, saved by an office program that is not ours, and sent.</summary>
    private static async Task SendIn(PersonAtScreen other)
    {
        var folder = Directory.CreateTempSubdirectory("loop-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "book.xlsx"), FilledWorkbooks.Whole(await other.Fetch($"{Page}/workbook"), Sent, Duty, "7"), TestContext.Current.CancellationToken);
            Directory.CreateDirectory(Path.Combine(folder, "saved"));
            await OfficeProgram.Convert(folder, "xlsx", "book.xlsx");
            await other.Attach("#workbook-file", ("9月报.xlsx", await File.ReadAllBytesAsync(Path.Combine(folder, "saved", "book.xlsx"), TestContext.Current.CancellationToken)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        await other.SeesSomething("#import");
        await other.Look("01-sent");
        await other.Click("#import-yes");
        await other.Sees(".toasts", "已从Excel填入");
        await other.Sees(".saved", "已自动保存");
    }

    private static async Task Propose(TestServer server, PersonAtScreen liaison)
    {
        await liaison.Click("#propose");
        await liaison.Click(".mud-dialog button.pri");
        await Told(server, liaison, "已提交本单位审核");
        await Eventually(server, () => liaison.CountOf("#take-back"));
    }

    private static async Task Approve(TestServer server, PersonAtScreen leader)
    {
        await Eventually(server, () => leader.CountOf("#approve"));
        await leader.Click("#approve");
        await leader.Click(".mud-dialog button.pri");
        await Told(server, leader, "已审核并报送");
        await server.Drain();
    }

    private static async Task Return(TestServer server, PersonAtScreen office)
    {
        await Eventually(server, () => office.CountOf("#return"));
        await office.Click("#return");
        await office.SeesSomething("#remark-1-text"); // a cell that is chosen before goes nowhere
        await office.Click($"#c-{Wrong.Replace('/', '-')}");
        await office.TypeInto("#remark-1-text", "请核实出动人数。");
        await office.Look("02-return");
        await office.Click("#send-back");
        await Told(server, office, "已退回修改");
        await server.Drain();
    }

    private static async Task Accept(TestServer server, PersonAtScreen office, string unit)
    {
        await office.Visit(Review(unit));
        await office.Connected();
        await Eventually(server, () => office.CountOf("#accept"));
        await office.Click("#accept");
        await Told(server, office, "已审核通过");
        await server.Drain();
    }

    /// <summary>A page says that it did something once it has read what came of it: the relay has to tell it.</summary>
    private static Task<int> Told(TestServer server, PersonAtScreen person, string did) => HubClient.Eventually(
        async () =>
        {
            await server.Drain();
            return await person.CountOf($".toasts:has-text('{did}')");
        },
        found => found > 0);

    private static string Review(string unit) => $"/review/sheet?unit={unit}&duty={Duty}";

    private static Task<int> Eventually(TestServer server, Func<Task<int>> count) => HubClient.Eventually(
        async () =>
        {
            await server.Drain();
            return await count();
        },
        found => found == 1);
}
