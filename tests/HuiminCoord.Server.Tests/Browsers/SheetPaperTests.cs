using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Tests.Files;
using HuiminCoord.Server.Tests.Push;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>代录 of a report with a form: from the board's drawer to the unit's sheet, its receipt and its scan, and back.</summary>
public sealed class SheetPaperTests
{
    private const string Duty = "monthly-2020-09", Unit = "jiaoyu";

    [Fact]
    public async Task The_office_types_a_paper_and_hands_it_in_while_the_unit_s_own_draft_stays()
    {
        await using var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 9, 25), 10);
        await using var screen = await Screen.Open("sheet-paper");
        var liaison = await screen.Seated(server, $"{Unit}/liaison", $"/fill/{Duty}");
        await liaison.TypeInto("#c-chi-shipin-officers", "5");
        await liaison.Sees(".saved", "已自动保存");

        var office = await screen.Seated(server, "office-staff", $"/board?duty={Duty}&unit={Unit}&do=paper");
        await office.Sees(".drawerform", "该材料须按表格填写");
        await office.Look("01-drawer");
        await office.Click("#paper-fill");
        await office.Sees(".note", "教育局");
        await office.Holds("#c-chi-shipin-officers", "");
        await TypeIn(office);
        await office.Look("02-paper");
        await office.Click("#enter");
        await office.Sees("#paper-time-help", "请填写收到的时、分");
        await office.TypeInto("#paper-time", "9:30");
        await office.Attach("#paper-files", ("盖章件.jpg", PieceSender.Photograph(41, 200_000)));
        await office.Sees(".attached", "盖章件.jpg");
        await office.Click("#enter");
        await office.Sees(".mud-dialog", "代录报送：教育局");
        await office.Look("03-ask");
        Assert.Equal("5", await liaison.ValueOf("#c-chi-shipin-officers"));
        await office.Click(".mud-dialog button.pri");
        await office.Sees(".toasts", "已代录：教育局");
        await HubClient.Eventually(
            async () =>
            {
                await server.Drain();
                return await office.TextOf("#drawer .st");
            },
            text => text.Contains("已报送", StringComparison.Ordinal));
        await office.Look("04-board");

        var versions = (await server.Get($"{TestServer.Path}/units/{Unit}/reports/{Duty}"))["item"]!["versions"]!.AsArray();
        var version = Assert.Single(versions)!;
        Assert.Equal((true, "2020-09-25T09:30:00+08:00"), ((bool)version["onBehalf"]!, (string)version["at"]!));
        screen.HasNoFaults();
    }

    [Fact]
    public async Task Two_of_the_office_at_one_paper_are_asked_whose_receipt_stays()
    {
        await using var server = await TestServer.Start(forms: true);
        await server.RunUntil(new DateOnly(2020, 9, 25), 10);
        await using var screen = await Screen.Open("sheet-paper-shared");
        var page = $"/board/paper?unit={Unit}&duty={Duty}";
        var one = await screen.Seated(server, "office-staff", page);
        await TypeIn(one);
        var other = await screen.Seated(server, "office-director", page);
        await one.TypeInto("#paper-time", "9:30");
        await one.Attach("#paper-files", ("盖章件.jpg", PieceSender.Photograph(41, 200_000)));
        await one.Sees(".attached", "盖章件.jpg");
        await HubClient.Eventually(() => Drafted(server), body => body.Contains(".jpg", StringComparison.Ordinal));

        await other.TypeInto("#paper-time", "10:00");
        await other.Sees("#draft-choice", "9:30；扫描件：盖章件.jpg");
        await other.Look("01-choice");
        await other.Click("#enter");
        await other.SeesSomething("#draft-choice");
        await other.Click("#draft-theirs");
        await other.MissesAll("#draft-choice");
        await other.Holds("#paper-time", "9:30");
        await other.Sees(".attached", "盖章件.jpg");
        screen.HasNoFaults();
    }

    private static async Task<string> Drafted(TestServer server)
    {
        await using var db = server.Service<CoordinationDatabase>().OpenToRead();
        return string.Concat(await db.Drafts.Where(d => d.Form == $"paper/{Unit}/{Duty}").Select(d => d.Body).ToListAsync(TestContext.Current.CancellationToken));
    }

    private static async Task TypeIn(PersonAtScreen office)
    {
        await office.TypeInto("#c-chi-shipin-officers", "8");
        await office.Click("#zeros");
        await office.Click("#tab-summary");
        foreach (var section in new[] { "work", "cases", "problems" })
        {
            await office.TypeInto($"#text-{section}", "本期按方案推进。");
        }

        await office.Sees(".saved", "已自动保存");
        await office.Click("#tab-table");
    }
}
