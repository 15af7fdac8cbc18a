using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Console.Meetings;
using HuiminCoord.Server.Tests.Documents;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A whole session by those who sit before the screens: recorder, a colleague, a member, the projector, the convenor.</summary>
public sealed class SittingActTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private const string Place = $"/meetings/{NovemberSitting.Id}";

    private TestServer Server => morning.Server;

    [Fact]
    public async Task From_the_opening_to_confirmed_minutes()
    {
        await NovemberSitting.Notice(Server);
        await using var screen = await Screen.Open("sitting");
        var office = await screen.Seated(Server, "office-staff", $"{Place}/session");
        var member = await screen.Seated(Server, "jiaoyu/leader", $"{Place}/session");
        var projector = await screen.Seated(Server, "office-director", $"{Place}/projector");
        await office.Click("#begin");
        await Told(office, "#end");
        await Told(member, "h1:has-text('会议进行中')");

        await Record(office, member, projector);
        await Minutes(screen, office, member);
        screen.HasNoFaults();
    }

    private async Task Record(PersonAtScreen office, PersonAtScreen member, PersonAtScreen projector)
    {
        await office.Click("#as-replied");
        await Told(office, "#attends-jiaoyu:has-text('代会')");
        await office.Click("#turn-own\\.2");
        await Told(projector, ".now:has-text('夜间巡查力量需调整')");
        await Told(member, "#item-own\\.2.now");
        await office.Click("#turn-own\\.1");
        await Told(projector, ".now:has-text('流动摊贩管理职责')");
        await office.TypeInto("#said-own\\.1", "与会单位意见一致。");
        await office.Click("#note-own\\.1 button");
        await Told(member, "#item-own\\.1:has-text('与会单位意见一致')");

        await office.Click("#decide");
        Assert.Equal("由城市管理综合执法局牵头，教育局配合。", await office.ValueOf("#decision-text"));
        await office.Click("#decision-form button.pri");
        await office.Sees("#decision-form .em", "责任单位");
        await office.Choose("decision-owner", "城市管理综合执法局");
        await office.Look("01-decision");
        await office.Click("#decision-form button.pri");
        await Told(projector, "#decision-1:has-text('城市管理综合执法局')");
        await Told(member, "#decision-1:has-text('纪要确认后10个工作日内')");
        await projector.Look("02-projector");
        await office.Look("03-session");
        await member.Look("04-member");
    }

    private async Task Minutes(Screen screen, PersonAtScreen office, PersonAtScreen member)
    {
        await office.Click("#end");
        await office.Click(".mud-dialog button.pri");
        await Told(office, "#circulate");
        await office.Click("#circulate");
        await office.Click("#circulate-form button.pri");
        await office.Sees(".mud-dialog", "送4个单位征求意见");
        await office.Click(".mud-dialog button.pri");
        await Told(member, "#correction-form");
        await member.TypeInto("#correction", "第1项请写明牵头科室。");
        await member.Click("#correction-form button");
        await Told(office, "#corrections:has-text('教育局：第1项请写明牵头科室。')");
        await office.Look("05-minutes");

        var convenor = await screen.Seated(Server, "convenor", $"{Place}/session");
        await convenor.Click("#confirm-minutes");
        await convenor.Sees(".mud-dialog", "1项议定事项交责任单位办理");
        await convenor.Click(".mud-dialog button.pri");
        await Told(office, "#decision-1:has-text('已交办')");
        var printed = string.Concat(await OfficeProgram.Pages(await office.Fetch(await office.Attribute("#get-minutes", "href"))));
        Assert.All(["第1期", "校园周边专题会议", "城市管理综合执法局牵头", "与会单位意见一致"], said => Assert.Contains(said, printed, StringComparison.Ordinal));
        var owner = await screen.Seated(Server, "chengguan/liaison", "/decisions");
        await owner.Sees($"#decision-{NovemberSitting.Id}-1", "办理中");
        await owner.Look("06-decisions");
    }

    /// <summary>A press returns before it has been carried out: what it did is told until it is seen.</summary>
    private Task<int> Told(PersonAtScreen person, string selector) => HubClient.Eventually(
        async () =>
        {
            await Server.Drain();
            return await person.CountOf(selector);
        },
        count => count == 1);
}
