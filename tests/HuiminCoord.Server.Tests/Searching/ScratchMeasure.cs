using System.Diagnostics;
using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Searching;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Searching;
using HuiminCoord.Server.Inboxes;
using HuiminCoord.Server.Push;

namespace HuiminCoord.Server.Tests.Searching;

public sealed class ScratchMeasure(PostgreSqlServer postgres)
{
    [Theory, EachDatabase]
    public async Task Measure(DatabaseProvider provider)
    {
        await using var server = await TestServer.Start(postgreSql: provider == DatabaseProvider.PostgreSql ? await postgres.NewDatabase() : null);
        string[] titles = ["小结和统计表", "年总结和统计表", "农贸市场食品安全检查整改报告", "联席会议议定事项：停车收费明码标价", "ＡＢＣ电梯维保检查", "阳光餐饮（学校）检查情况"];
        string[] clauses = ["zw-yuebao", "zw-niandu-2020", "c3-1-1", "c4-1", "c3-2"];
        for (var b = 0; b < 50; b++)
        {
            await server.Database.Write((db, _) =>
            {
                for (var j = 0; j < 2000; j++)
                {
                    var i = (b * 2000) + j;
                    var due = new DateOnly(2020 + (i % 3), 1 + (i % 12), 28);
                    db.Obligations.Add(new ObligationRow { Campaign = TestServer.Campaign, Unit = TestServer.Plan.Units[i % 11].Id.Value, Duty = $"duty-{i}", Kind = "other", Title = $"{due.Year}年{due.Month}月{titles[i % 6]}{i / 50}", Clause = clauses[i % 5], Due = due, DoBy = due, Provisional = false, Stage = i % 2 == 0 ? "open" : "accepted", Parts = "{\"summary\":\"open\"}", EnteredLate = false, Payload = "{\"notes\":[\"" + new string('备', 100) + "\"]}" });
                }

                return Task.CompletedTask;
            });
        }

        await server.Database.Write((db, _) =>
        {
            db.InboxHeads.Add(new InboxHeadRow { Campaign = TestServer.Campaign, Recipient = "group", Head = 5000 });
            for (var i = 1; i <= 5000; i++)
            {
                db.Inbox.Add(new InboxRow { Campaign = TestServer.Campaign, Recipient = "group", Seq = i, Slot = $"s{i}", At = DateTimeOffset.UnixEpoch.AddSeconds(i), Kind = "digest", Title = $"消息{i}", Body = new string('文', 800) + i, GrainType = "unit", GrainKey = "x", GrainSeq = i });
                if (i % 10 != 0) { db.InboxReads.Add(new InboxReadRow { Campaign = TestServer.Campaign, Recipient = "group", Seq = i, ReadAt = DateTimeOffset.UnixEpoch, ReadBy = "x" }); }
            }

            return Task.CompletedTask;
        });
        if (provider == DatabaseProvider.PostgreSql)
        {
            await using var c = server.Database.Source.CreateCommand("VACUUM ANALYZE");
            c.CommandTimeout = 60;
            await c.ExecuteNonQueryAsync();
        }

        var (search, scene) = (server.Service<Search>(), await server.Service<CampaignDirectory>().Campaign(TestServer.Campaign));
        foreach (var seat in new[] { "office-director", "group", "jiaoyu/liaison" })
        {
            var asker = new Asker("s", "a", "l", "n", "p", TestServer.Campaign, new Standing(SeatAddress.Find(seat)!, []), DateTimeOffset.MaxValue);
            foreach (var text in new[] { "统计表1998", "小结", "abc电梯", "没有这个", "9", "2020-09", "三（二）" })
            {
                var times = new List<double>();
                SearchFound? found = null;
                var cpu = TimeSpan.Zero;
                for (var n = 0; n < 11; n++)
                {
                    if (n == 1) { cpu = Process.GetCurrentProcess().TotalProcessorTime; }

                    var since = Stopwatch.GetTimestamp();
                    found = await search.Find(asker, scene, SearchText.Of(text)!);
                    times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                }

                TestContext.Current.TestOutputHelper!.WriteLine($"{provider} {seat} '{text}': cpu {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / 10:F0} best {times.Min():F0} median {times.Skip(1).Order().ElementAt(5):F0} worst {times.Skip(1).Max():F0} ms; {found!.Complete} {string.Join(' ', found.Groups.Select(g => $"{g.Kind}={g.Total}"))}");
            }
        }

        var book = server.Service<InboxBook>();
        foreach (var filter in Enum.GetValues<InboxFilter>())
        {
            await book.Page(TestServer.Campaign, ["group"], filter, null, 51);
            var since = Stopwatch.GetTimestamp();
            await book.Page(TestServer.Campaign, ["group"], filter, null, 51);
            TestContext.Current.TestOutputHelper!.WriteLine($"{provider} page {filter}: {Stopwatch.GetElapsedTime(since).TotalMilliseconds:F1} ms");
        }

        await book.Counts(TestServer.Campaign, ["group"]);
        var s2 = Stopwatch.GetTimestamp();
        var counts = await book.Counts(TestServer.Campaign, ["group"]);
        TestContext.Current.TestOutputHelper!.WriteLine($"{provider} counts {counts["group"]}: {Stopwatch.GetElapsedTime(s2).TotalMilliseconds:F1} ms");
    }
}
