using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>Supervision by those who sit before the screens: the office orders, the group visits with a phone, a unit mends, the group strikes off.</summary>
public sealed class VisitActTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private TestServer Server => morning.Server;

    [Fact]
    public async Task From_the_order_to_a_problem_that_is_struck_off()
    {
        await using var screen = await Screen.Open("visits");
        var office = await screen.Seated(Server, "office-staff", "/supervision?do=order");
        await office.TypeInto("#mandate-matter", "校园食品安全");
        await office.TypeInto("#mandate-leader", "督导工作组组长");
        await office.TypeInto("#mandate-from", "2020-11-01");
        await office.TypeInto("#mandate-until", "2020-12-31");
        await office.Click("[name=unit-jiaoyu]");
        await office.Click("[name=task-chi-3]");
        await office.Look("01-order");
        await office.Click("#mandate button.pri");
        await Told(office, "#group-du-1");

        var group = await screen.Seated(Server, "group", "/supervision/du-1");
        await Visit(group);
        await Find(group);
        await Server.Do($"{TestServer.Path}/units/jiaoyu/obligations/du-1-01/submit", new { parts = Array.Empty<string>(), note = "2所学校均已接入。" });
        await Check(group);
        await Told(office, "#group-du-1:has-text('11月30日')");
        await office.Look("06-office");
        screen.HasNoFaults();
    }

    /// <summary>What is typed outlasts a page that is loaded anew; photographs hang on the visit.</summary>
    private async Task Visit(PersonAtScreen group)
    {
        await group.Click("#new-visit");
        await group.SeesSomething("#visit-form");
        await group.TypeInto("#visit-place", "第二中学食堂");
        await group.Click("[name='line-task.chi-3']");
        await group.TypeInto("#visit-achievements", "食堂台账齐全。");
        await group.Sees(".saved", "已自动保存");
        await group.Visit("/supervision/du-1/visits/new");
        await group.Connected();
        await group.Holds("#visit-place", "第二中学食堂");
        await group.Holds("#visit-achievements", "食堂台账齐全。");
        await group.Attach("#visit-files", "现场记录.txt", "留样不全");
        await group.Sees(".attached", "现场记录.txt");
        await group.Look("02-visit");
        await group.Click("#visit-form button.pri");
        await Told(group, "#found");
        await group.Sees("#visit-kept", "现场记录.txt");
    }

    private async Task Find(PersonAtScreen group)
    {
        await group.Click("#add-problem");
        await group.Click("#problem-form button.pri");
        await group.Sees("#problem-form .em", "请填写问题");
        await group.TypeInto("#problem-text", "2所学校食堂未接入管控平台");
        await group.Look("03-problem");
        await group.Click("#problem-form button.pri");
        await Told(group, "#problem-du-1-1:has-text('整改中')");
    }

    private async Task Check(PersonAtScreen group)
    {
        await group.Visit("/supervision/du-1");
        await group.Connected();
        await group.Click("#check-du-1-1");
        await group.Sees("#handed-in", "2所学校均已接入。");
        await group.Click("#strike-off");
        await group.Sees("#check-form .em", "请写明复查情况");
        await group.TypeInto("#check-word", "现场复查，均已接入。");
        await group.Look("04-check");
        await group.Click("#strike-off");
        await Told(group, "#problem-du-1-1:has-text('已销号')");
        await group.Click("#hand-report");
        await group.Sees(".mud-dialog", "走访1次，问题1个，未销号0个");
        await group.Click(".mud-dialog button.pri");
        await Told(group, ".toasts:has-text('已向联席办提交督导报告')");
        await group.Look("05-group");
    }

    /// <summary>The relay tells it, and the page shows it.</summary>
    private Task<int> Told(PersonAtScreen person, string selector) => HubClient.Eventually(
        async () =>
        {
            await Server.Drain();
            return await person.CountOf(selector);
        },
        count => count == 1);
}
