namespace HuiminCoord.Server.Tests.Console.Meetings;

/// <summary>联席会议: what each seat reads of meetings, and what it is offered to do.</summary>
public sealed class MeetingPagesTests(NovemberMorning morning) : IClassFixture<NovemberMorning>, IAsyncLifetime
{
    private TestServer Server => morning.Server;

    public async ValueTask InitializeAsync() => await NovemberMeetings.Hold(Server);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("office-staff", "会议4次：筹备中1，待同意1，已通知1，已取消1", "liaison-20201202 plenary-20201204 topic-20201209 plenary-20201201", "参加1 代会1 未反馈9")]
    [InlineData("convenor", "会议4次：筹备中1，待同意1，已通知1，已取消1", "liaison-20201202 plenary-20201204 topic-20201209 plenary-20201201", "参加1 代会1 未反馈9")]
    [InlineData("nongmu/liaison", "会议3次：待同意1，已通知1，已取消1", "liaison-20201202 plenary-20201204 plenary-20201201", "参加")]
    [InlineData("jiaoyu/leader", "会议4次：筹备中1，待同意1，已通知1，已取消1", "liaison-20201202 plenary-20201204 topic-20201209 plenary-20201201", "待反馈")]
    public async Task A_seat_sees_its_meetings_those_to_come_first(string seat, string sentence, string meetings, string answers)
    {
        var page = await At(seat, "/meetings");
        Assert.Equal(sentence, page.One("h1").TextContent.Trim());
        Assert.Equal(meetings, string.Join(' ', page.Document.QuerySelectorAll("table.meetings tbody tr").Select(r => r.Id!["meeting-".Length..])));
        Assert.Equal(answers, page.One("#meeting-liaison-20201202 td:last-child").TextContent.Trim());
        Assert.Contains("12月2日 周三 09:00", page.One("#meeting-liaison-20201202").TextContent, StringComparison.Ordinal);
        Assert.Equal(seat == "convenor" ? 0 : 1, page.Document.QuerySelectorAll("a[href='/meetings?do=propose']").Length);
    }

    [Fact]
    public async Task The_calendar_shows_meetings_that_are_held_and_leads_to_them()
    {
        var page = await At("office-staff", "/calendar?year=2020&day=2020-12-04");
        Assert.Contains("会", page.One("#day-2020-12-04").TextContent, StringComparison.Ordinal);
        Assert.Contains("全体会议", page.One("a[href='/meetings/plenary-20201204']").TextContent, StringComparison.Ordinal);
        Assert.Contains("会", page.One("#day-2020-12-09").TextContent, StringComparison.Ordinal);
        // The one of 1 December was cancelled.
        Assert.DoesNotContain("会", page.One("#day-2020-12-01").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office-staff", "下次全体会议按方案应于2021年2月4日 周四召开，尚未提出；会议通知应于2021年1月28日 周四前印发。", "/meetings?do=propose&kind=Plenary")]
    [InlineData("convenor", "下次全体会议按方案应于2021年2月4日 周四召开，尚未提出；会议通知应于2021年1月28日 周四前印发。", null)]
    [InlineData("jiaoyu/leader", null, null)]
    public async Task What_the_plan_has_held_next_is_shown_until_it_is_proposed(string seat, string? said, string? link)
    {
        var note = (await At(seat, "/meetings")).Document.QuerySelector("#planned-Plenary");
        Assert.Equal(said, note?.ChildNodes[0].TextContent.Trim());
        Assert.Equal(link, note?.QuerySelector("a")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("Plenary", "2021年第1次全体会议", "14:30", 11)]
    [InlineData("Topic", "2020年第2次专题会议", "", 0)]
    [InlineData("nonsense", "2021年第1次全体会议", "14:30", 11)]
    public async Task The_form_is_filled_in_as_the_plan_says_for_the_kind(string kind, string title, string time, int units)
    {
        var page = await At("office-staff", $"/meetings?do=propose&kind={kind}");
        Assert.Equal(title, page.One("#meeting-title").GetAttribute("value"));
        Assert.Equal(time, page.One("#meeting-time").GetAttribute("value") ?? "");
        Assert.Equal("联席会议召集人", page.One("#meeting-chair").GetAttribute("value"));
        Assert.Equal(units, page.Document.QuerySelectorAll("#propose .choices input[checked]").Length);
    }

    [Fact]
    public async Task The_one_page_has_its_four_parts_and_the_convenor_agrees_or_returns_it()
    {
        var page = await At("convenor", $"/meetings/{NovemberMeetings.Plenary}");
        Assert.Equal(["①需拍板事项", "②上次议定事项未完成", "③未报单位", "④成员调整"], page.Document.QuerySelectorAll("#onepage h3").Select(h => h.QuerySelector("span")!.TextContent + h.ChildNodes[1].TextContent));
        Assert.Contains("“衣食住行”领域市场整治联席会议", page.One("#onepage h2").TextContent, StringComparison.Ordinal);
        Assert.Contains("12月4日（周五）14:30，预计55分钟", page.One("#onepage dl").TextContent, StringComparison.Ordinal);
        Assert.Contains("11个单位，各单位联席会议成员", page.One("#onepage dl").TextContent, StringComparison.Ordinal);
        Assert.Contains("送审稿 第1版", page.One("#onepage footer").TextContent, StringComparison.Ordinal);
        Assert.Contains("数据截至2020年11月30日", page.One("#onepage footer").TextContent, StringComparison.Ordinal);
        Assert.Equal(["反不正当竞争股", "城市管理综合执法局"], page.Document.QuerySelectorAll("#agenda-ToDecide tr:last-child .ow").Select(o => o.TextContent));
        Assert.Equal("agree return-agenda", Offered(page));
        Assert.Empty(page.Document.QuerySelectorAll(".itools"));
    }

    [Theory]
    [InlineData("office-director", NovemberMeetings.Topic, "submit-agenda compose cancel-meeting")]
    [InlineData("office-staff", NovemberMeetings.Plenary, "take-back cancel-meeting")]
    [InlineData("office-staff", NovemberMeetings.Liaison, "cancel-meeting replies")]
    [InlineData("office-staff", NovemberMeetings.Cancelled, "")]
    [InlineData("convenor", NovemberMeetings.Topic, "")]
    [InlineData("convenor", NovemberMeetings.Liaison, "replies")]
    [InlineData("jiaoyu/liaison", NovemberMeetings.Topic, "suggest-form")]
    [InlineData("jiaoyu/leader", NovemberMeetings.Liaison, "reply-form")]
    [InlineData("jiaoyu/deputy", NovemberMeetings.Plenary, "")]
    public async Task Only_what_the_seat_may_do_now_is_offered(string seat, string meeting, string acts) =>
        Assert.Equal(acts, Offered(await At(seat, $"/meetings/{meeting}")));

    [Theory]
    [InlineData("convenor", "return", "return-form")]
    [InlineData("convenor", "add", "")]
    [InlineData("office-director", "return", "")]
    [InlineData("office-director", "item&item=questions", "")]
    [InlineData("jiaoyu/liaison", "return", "")]
    [InlineData("jiaoyu/liaison", "notice", "")]
    public async Task An_address_opens_no_form_that_the_seat_may_not_send(string seat, string form, string opened)
    {
        var page = await At(seat, $"/meetings/{NovemberMeetings.Plenary}?do={form}");
        Assert.Equal(opened, string.Join(' ', page.Document.QuerySelectorAll("#drawer form").Select(f => f.Id)));
    }

    [Theory]
    [InlineData("item&item=own.1", "item-form")]
    [InlineData("add", "item-form")]
    [InlineData("arrange", "arrange-form")]
    [InlineData("move", "")]
    [InlineData("notice", "")]
    [InlineData("reply&unit=jiaoyu", "")]
    public async Task While_it_is_prepared_the_office_words_and_arranges(string form, string opened) =>
        Assert.Equal(opened, string.Join(' ', (await At("office-staff", $"/meetings/{NovemberMeetings.Topic}?do={form}")).Document.QuerySelectorAll("#drawer form").Select(f => f.Id)));

    [Fact]
    public async Task A_member_reads_its_own_items_and_of_others_only_how_many()
    {
        foreach (var (seat, own) in new[] { ("jiaoyu/liaison", "教育局："), ("nongmu/leader", "农牧局："), ("minzheng/deputy", "") })
        {
            var page = await At(seat, $"/meetings/{NovemberMeetings.Liaison}");
            var html = page.Document.DocumentElement.OuterHtml;
            Assert.Contains(own, html, StringComparison.Ordinal);
            Assert.All(new[] { "教育局：", "农牧局：", "公安分局：", "公安局：", "城市管理综合执法局：" }.Where(other => other != own), other => Assert.DoesNotContain(other, html, StringComparison.Ordinal));
            Assert.DoesNotContain("指挥中心副主任", html, StringComparison.Ordinal);
            Assert.DoesNotContain("召集人意见", html, StringComparison.Ordinal);
            Assert.Matches(own.Length > 0 ? "另有\\d项，涉及其他单位" : "\\d项，涉及其他单位", page.One("#agenda-NotReported").TextContent);
        }
    }

    [Fact]
    public async Task Before_the_notice_a_member_reads_what_it_asked_for_itself()
    {
        var html = (await At("scjg/liaison", $"/meetings/{NovemberMeetings.Topic}")).Document.DocumentElement.OuterHtml;
        Assert.DoesNotContain("流动摊贩", html, StringComparison.Ordinal);
        Assert.Contains("议程尚未确定", html, StringComparison.Ordinal);
        Assert.Contains("流动摊贩", (await At("jiaoyu/leader", $"/meetings/{NovemberMeetings.Topic}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("会前已协商", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nongmu/liaison", NovemberMeetings.Topic)]
    [InlineData("nongmu/liaison", "plenary-20210101")]
    [InlineData("office-director", "plenary-20210101")]
    public async Task A_meeting_that_is_not_reached_is_as_unknown_as_one_that_is_not_there(string seat, string meeting)
    {
        var page = await At(seat, $"/meetings/{meeting}");
        Assert.Contains("meeting.unknown", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("校园周边", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_off_stays_with_its_reason_for_office_and_convenor()
    {
        Assert.Contains("会前已协商", (await At("convenor", $"/meetings/{NovemberMeetings.Topic}")).One("#removed").TextContent, StringComparison.Ordinal);
        Assert.Single((await At("office-staff", $"/meetings/{NovemberMeetings.Topic}")).Document.QuerySelectorAll("#removed button"));
    }

    [Fact]
    public async Task Messages_and_the_workbench_lead_to_the_meeting()
    {
        Assert.Contains($"/meetings/{NovemberMeetings.Plenary}", (await At("convenor", "/messages")).Document.QuerySelectorAll(".ma a").Select(a => a.GetAttribute("href")));
        Assert.Contains($"/meetings/{NovemberMeetings.Plenary}", (await At("convenor", "/home")).Document.QuerySelectorAll(".rows a").Select(a => a.GetAttribute("href")));
        Assert.Contains($"/meetings/{NovemberMeetings.Liaison}", (await At("jiaoyu/liaison", "/messages")).Document.QuerySelectorAll(".ma a").Select(a => a.GetAttribute("href")));
        Assert.Equal("1", (await At("jiaoyu/liaison", "/home")).One(".nav a[href='/meetings'] .badge").TextContent);
        Assert.Empty((await At("nongmu/liaison", "/home")).Document.QuerySelectorAll(".nav a[href='/meetings'] .badge"));
    }

    [Theory]
    [InlineData("office-staff", "/meetings?do=propose", "Propose a meeting")]
    [InlineData("office-staff", "/meetings/topic-20201209?do=add", "Compose again")]
    [InlineData("jiaoyu/liaison", "/meetings/liaison-20201202", "Answer the notice")]
    public async Task In_English_every_word_of_ours_is_English(string seat, string path, string said)
    {
        using var visitor = await PageVisitor.In(Server, seat, "en");
        var page = await visitor.Get(path);
        Assert.Contains(said, page.One("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\b(meetings|meeting|status|page|form)\\.[a-zA-Z]+", page.Text);
    }

    private async Task<Page> At(string seat, string path)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        return await visitor.Get(path);
    }

    private static string Offered(Page page) => string.Join(
        ' ', new[] { "submit-agenda", "take-back", "agree", "return-agenda", "notice", "compose", "cancel-meeting", "reply-form", "suggest-form", "replies" }.Where(id => page.Document.GetElementById(id) is not null));
}
