using System.Net;
using HuiminCoord.Server.Tests.Console;

namespace HuiminCoord.Server.Tests.Supervision;

/// <summary>督导工作 as pages: who sees them, and what each seat may do there.</summary>
public sealed class SupervisionPagesTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    [Fact]
    public async Task The_office_orders_and_reads_and_the_group_writes()
    {
        await NovemberSupervision.Hold(morning.Server);
        var office = await At("office-staff", "/supervision");
        Assert.Contains("督导组1个，发现问题4个，已销号1个", office.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 0), (office.Document.QuerySelectorAll("#order").Length, office.Document.QuerySelectorAll("[id^=check-]").Length));
        Assert.Contains("待复查", office.One("#problem-du-2-2").TextContent, StringComparison.Ordinal);

        Assert.DoesNotContain("督2-02", (await At("office-staff", "/review")).One("main").TextContent, StringComparison.Ordinal);

        var group = await At("group", "/supervision/du-2");
        Assert.Equal((0, 1, 1, 1), (
            group.Document.QuerySelectorAll("#order").Length, group.Document.QuerySelectorAll("#new-visit").Length, group.Document.QuerySelectorAll("#check-du-2-2").Length,
            group.Document.QuerySelectorAll("[id^=check-du]").Length));
        Assert.Contains(NovemberMorning.Hostile, group.One("#visit-canteen").TextContent, StringComparison.Ordinal);
        Assert.Contains("计划走访", group.One("#visit-home").TextContent, StringComparison.Ordinal);
        Assert.Empty((await At("convenor", "/supervision/du-2")).Document.QuerySelectorAll("#new-visit,#hand-report,#checklist-form,[id^=check-du]"));
    }

    [Theory]
    [InlineData("jiaoyu/liaison", "/supervision")]
    [InlineData("jiaoyu/liaison", "/supervision/du-2/files/report")]
    [InlineData("office-director", "/supervision/du-2/visits/new")]
    [InlineData("scjg/section-shipin", "/supervision/du-2")]
    public async Task Who_has_no_business_there_is_kept_out(string seat, string path) => Assert.Equal(HttpStatusCode.Forbidden, (await At(seat, path)).Status);

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        await NovemberSupervision.Hold(morning.Server);
        Assert.Contains("没有这个督导组", (await At("group", "/supervision/du-9")).One("main").TextContent, StringComparison.Ordinal);
        Assert.Contains("没有这次走访", (await At("group", "/supervision/du-2/visits/nowhere")).One("main").TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await At("group", "/supervision?show=nonsense")).Document.QuerySelectorAll("#problems tbody tr").Length);
        Assert.Single((await At("group", "/supervision?show=struckoff")).Document.QuerySelectorAll("#problems tbody tr"));
    }

    private async Task<Page> At(string seat, string path)
    {
        using var visitor = await PageVisitor.In(morning.Server, seat);
        return await visitor.Get(path);
    }
}
