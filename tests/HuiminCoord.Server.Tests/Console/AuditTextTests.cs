using System.Reflection;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Audits;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Audits;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Http;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Audit rows in words, and how a search stands in the address bar.</summary>
public sealed class AuditTextTests
{
    private static readonly PageWords Chinese = PageWords.In(Language.Chinese), English = PageWords.In(Language.English);

    public static TheoryData<string> StoredEvents => [.. new[] { typeof(CampaignEvent), typeof(UnitEvent), typeof(TaskEvent), typeof(PhaseEvent), typeof(OfficeEvent) }
        .SelectMany(t => t.GetNestedTypes()).Select(t => t.GetCustomAttribute<AliasAttribute>(inherit: false)!.Alias)];

    [Theory]
    [MemberData(nameof(StoredEvents))]
    public void Every_event_of_a_campaign_is_said_in_both_languages(string stored)
    {
        Assert.NotEqual(stored, AuditTexts.Event(Chinese, stored));
        Assert.NotEqual(stored, AuditTexts.Event(English, stored));
    }

    [Fact]
    public void What_has_no_word_is_shown_as_it_is_stored()
    {
        Assert.Equal("unit.invented-yesterday", AuditTexts.Event(Chinese, "unit.invented-yesterday"));
        Assert.Equal("newroom · x-1", AuditTexts.Subject(Chinese, "newroom/huimin-2020/x-1", TestServer.Plan));
        Assert.Equal("单位 · gone", AuditTexts.Subject(Chinese, "unit/huimin-2020/gone", TestServer.Plan));
        Assert.Equal("somebody", AuditTexts.By(Chinese, Row("somebody"), TestServer.Plan));
    }

    [Fact]
    public void Actors_and_things_are_called_by_their_names()
    {
        Assert.Equal("单位 · 教育局", AuditTexts.Subject(Chinese, "unit/huimin-2020/jiaoyu", TestServer.Plan));
        Assert.Equal($"任务 · {TestServer.Plan.Tasks[0].Title}", AuditTexts.Subject(Chinese, $"task/huimin-2020/{TestServer.Plan.Tasks[0].Id}", TestServer.Plan));
        Assert.Equal("联席办", AuditTexts.Subject(Chinese, "office/huimin-2020", TestServer.Plan));
        Assert.Equal("提醒渠道 · huimin-2020/jiaoyu/liaison", AuditTexts.Subject(Chinese, "channel/server/huimin-2020/jiaoyu/liaison", null));
        Assert.Equal("系统（到时自动办理）", AuditTexts.By(Chinese, Row(null), TestServer.Plan));
        Assert.Equal("联席办", AuditTexts.By(Chinese, Row("office"), TestServer.Plan));
        Assert.Equal("教育局 · 联络人", AuditTexts.By(Chinese, Row("jiaoyu/liaison"), TestServer.Plan));
    }

    [Fact]
    public void A_search_reads_back_what_it_wrote_and_forgets_what_cannot_be_seen()
    {
        var search = new AuditSearch { Chain = "server", Actor = " @a&b ", Event = "unit.\u0000submitted", From = "2020-09-17", Grain = "" };
        var address = search.At(next: "x", row: 7);
        Assert.Equal("/audit?chain=server&actor=@a%26b&event=unit.submitted&from=2020-09-17&next=x&row=7", address);
        var read = AuditSearch.Of(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address[6..])));
        Assert.Equal(("@a&b", "unit.submitted", new DateOnly(2020, 9, 17)), (read.Read().Actor, read.Read().Event, read.Read().From));
        Assert.False(read.IsOpen);
        Assert.True(new AuditSearch { Chain = "server", Actor = "\u0001 " }.IsOpen);
    }

    [Theory]
    [InlineData("2020-9-1")]
    [InlineData("1.9.2020")]
    [InlineData("tomorrow")]
    public void A_day_that_is_none_is_refused(string day) =>
        Assert.Equal("date.malformed", Assert.Throws<RefusedException>(() => new AuditSearch { Until = day }.Read()).Refusal.Code);

    [Fact]
    public void The_chain_is_the_first_campaign_unless_told()
    {
        Assert.Equal("huimin-2020", new AuditSearch().ChainAmong([TestServer.Plan]));
        Assert.Equal("server", new AuditSearch().ChainAmong([]));
        Assert.Equal("server", new AuditSearch { Chain = "server" }.ChainAmong([TestServer.Plan]));
        Assert.Equal("campaign.unknown", Assert.Throws<RefusedException>(() => new AuditSearch { Chain = "other-2020" }.ChainAmong([TestServer.Plan])).Refusal.Code);
    }

    private static AuditView Row(string? actor) => new(default, "unit/huimin-2020/jiaoyu", 1, actor, null, "unit.submitted", null, 1);
}
