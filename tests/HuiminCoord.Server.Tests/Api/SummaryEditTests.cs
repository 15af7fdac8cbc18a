using System.Text.Json;
using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Drafts;
using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Documents;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>What the office writes of a period's summary: it stands in the paper, outlasts what is done with the period, and is nobody else's to read or write.</summary>
public sealed class SummaryEditTests
{
    private const string Paper = $"{TestServer.Path}/district-tables/monthly-2020-09/papers/summary", Written = "全区检查经营主体38户，整体平稳。";

    private static readonly DraftForm Work = DraftForm.OfSummary(new DutyId("monthly-2020-09"), "work");

    [Fact]
    public async Task The_paper_has_what_was_written_and_composes_the_rest_also_after_the_table_went_upward()
    {
        await using var server = await TestServer.Start(forms: true);
        await DistrictTableTests.HandIn(server, "scjg", "3");
        Assert.Contains("市场监督管理局：本期按方案推进。", await Lines(server, "office-staff"));
        var book = server.Service<DraftBook>();
        var staff = await Asker(server, "office-staff");
        var kept = await book.Save(staff, DraftOwner.Office, Work, Body(Written), 0, TestContext.Current.CancellationToken);
        await server.Do($"{TestServer.Path}/district-tables/monthly-2020-09/send-upward", new { note = "" });
        await Api.Whole.ReportWays.Complete(server);
        await server.Do($"{TestServer.Path}/district-tables/monthly-2020-09/lock", null);

        foreach (var seat in new[] { "office-director", "office-staff", "convenor" })
        {
            var lines = await Lines(server, seat);
            Assert.Single(lines, Written);
            // 工作开展情况 is the office's own; 查办案件情况 and 存在问题 are composed as before.
            Assert.Equal(2, lines.Count(l => l == "市场监督管理局：本期按方案推进。"));
        }

        await book.Save(staff, DraftOwner.Office, Work, Body(null), kept.Stands!.Head.Version, TestContext.Current.CancellationToken);
        Assert.Equal(3, (await Lines(server, "office-staff")).Count(l => l == "市场监督管理局：本期按方案推进。"));
    }

    [Fact]
    public async Task Units_and_groups_neither_read_nor_write_it()
    {
        await using var server = await TestServer.Start(forms: true);
        var book = server.Service<DraftBook>();
        await book.Save(await Asker(server, "office-director"), DraftOwner.Office, Work, Body(Written), 0, TestContext.Current.CancellationToken);
        foreach (var seat in new[] { "scjg/liaison", "scjg/leader", "group" })
        {
            var stranger = await Asker(server, seat);
            var read = await Assert.ThrowsAsync<RefusedException>(() => book.Find(stranger, DraftOwner.Office, Work, TestContext.Current.CancellationToken));
            var write = await Assert.ThrowsAsync<RefusedException>(() => book.Save(stranger, DraftOwner.Office, Work, Body("改"), 0, TestContext.Current.CancellationToken));
            Assert.Equal(("access.denied", "access.denied"), (read.Refusal.Code, write.Refusal.Code));
            using var client = server.Seats.Client(server.Url, seat);
            using var paper = await client.GetAsync(new Uri(Paper, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(403, (int)paper.StatusCode);
        }

        // What a unit calls by the same name is its own, and in no paper of the office.
        await book.Save(await Asker(server, "scjg/liaison"), DraftOwner.OfUnit(new UnitId("scjg")), Work, Body("不是联席办的文字。"), 0, TestContext.Current.CancellationToken);
        Assert.Contains(Written, await Lines(server, "office-director"));
        Assert.DoesNotContain("不是联席办的文字。", await Lines(server, "office-director"));
    }

    [Fact]
    public async Task A_second_person_of_the_office_overwrites_nothing_and_is_answered_what_stands()
    {
        await using var server = await TestServer.Start(forms: true);
        var book = server.Service<DraftBook>();
        await book.Save(await Asker(server, "office-director"), DraftOwner.Office, Work, Body(Written), 0, TestContext.Current.CancellationToken);
        var answer = await book.Save(await Asker(server, "office-staff"), DraftOwner.Office, Work, Body("另一份。"), 0, TestContext.Current.CancellationToken);
        Assert.Equal(("draft.changed", Body(Written)), (answer.Refusal?.Code, answer.Stands?.Body));
        Assert.Contains(Written, await Lines(server, "office-staff"));
    }

    private static string Body(string? text) => JsonSerializer.Serialize(new SummaryEdit(text, new Dictionary<string, string>()), ApiJson.Options);

    private static async Task<Asker> Asker(TestServer server, string seat)
    {
        using var visitor = await PageVisitor.In(server, seat);
        return await visitor.Asker(server);
    }

    private static async Task<List<string>> Lines(TestServer server, string seat)
    {
        using var client = server.Seats.Client(server.Url, seat);
        using var paper = new PaperReader(await client.GetByteArrayAsync(new Uri(Paper, UriKind.Relative), TestContext.Current.CancellationToken));
        return [.. paper.Lines.Select(l => l.Trim())];
    }
}
