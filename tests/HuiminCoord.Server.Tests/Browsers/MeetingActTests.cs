using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Console.Meetings;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A meeting from its proposal to the answered notice, by those who sit before the screens.</summary>
public sealed class MeetingActTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private TestServer Server => morning.Server;

    [Fact]
    public async Task From_the_proposal_to_the_answered_notice()
    {
        await using var screen = await Screen.Open("meeting");
        var office = await screen.Seated(Server, "office-staff", "/meetings?do=propose");
        await office.TypeInto("#meeting-day", "2020-12-04");
        await office.Type("Tab");
        Assert.Equal("14:30", await office.ValueOf("#meeting-time"));
        await office.TypeInto("#meeting-time", "");
        await office.Click("#propose button.pri");
        await office.Sees("#propose .em", "请按14:30的形式填写");
        await office.TypeInto("#meeting-time", "14:30");
        await office.Click("#propose button.pri");
        await office.Sees("#propose [role=alert]", "地点");
        Assert.Equal("14:30", await office.ValueOf("#meeting-time"));
        await office.TypeInto("#meeting-place", "市场监督管理局三楼会议室");
        await office.Look("01-propose");
        await office.Click("#propose button.pri");
        await office.Sees(".toasts", "已提议会议：2020年第1次全体会议");
        await Server.Drain();
        await office.Sees("h1", "2020年第1次全体会议：筹备中");
        await office.Click("#compose-first");
        await office.Sees(".toasts", "已按最新登记情况汇编");
        await Server.Drain();
        await office.Sees("#onepage", "未报单位");
        await Agenda(office);
        await Consent(screen, office);
        await Notice(screen, office);
        screen.HasNoFaults();
    }

    /// <summary>What is typed outlasts a colleague's change; items move by keys; what is taken off comes back.</summary>
    private async Task Agenda(PersonAtScreen office)
    {
        await office.Click("#item-questions a:has-text('修改')");
        await office.TypeInto("#item-proposal", "逐项明确，形成会议纪要。");
        await NovemberMeetings.Do(Server, "plenary-20201204/agenda/change", new { revision = 1, item = "questions", proposal = "同意继续按默认办理。", owner = "召集人", minutes = 8 });
        await office.Sees("#other", "同意继续按默认办理。（召集人，8分钟）");
        await office.Click("#item-form button.pri");
        await office.Sees("#item-form [role=alert]", "议程");
        Assert.Equal("逐项明确，形成会议纪要。", await office.ValueOf("#item-proposal"));
        await office.Look("02-stale");
        await office.Click("#item-form button.pri");
        await office.Sees(".toasts", "已修改议题");
        await Server.Drain();
        await office.Sees("#item-questions", "形成会议纪要");

        var first = await office.Attribute("#agenda-NotReported tbody tr:nth-child(2)", "id");
        await office.Click("#agenda-NotReported tbody tr:nth-child(2) button:has-text('上移')");
        await Told(office, $"#agenda-NotReported tbody tr:first-child[id='{first}']");
        await office.Type("Alt+ArrowDown");
        await Told(office, $"#agenda-NotReported tbody tr:nth-child(2)[id='{first}']");

        await office.Click("#agenda-NotReported tbody tr:first-child button:has-text('移出')");
        await office.TypeInto("#outward-reason", "会前已沟通");
        await office.Click(".mud-dialog button.pri");
        await office.Sees(".toasts", "已移出议题");
        await Server.Drain();
        await office.Sees("#removed", "原因：会前已沟通");
        await office.Look("03-prepared");
        await office.Click("#submit-agenda");
        await office.Sees(".toasts", "已送召集人审阅");
        await Server.Drain();
        await office.Sees("h1", "议程送审");
    }

    private async Task Consent(Screen screen, PersonAtScreen office)
    {
        var convenor = await screen.Seated(Server, "convenor", "/meetings/plenary-20201204?do=return");
        await convenor.Click("#return-form button.pri");
        await convenor.Sees("#return-form [role=alert]", "原因");
        await convenor.TypeInto("#return-remark", "停车收费一项请先沟通。");
        await convenor.Click("#return-form button.pri");
        await convenor.Sees(".toasts", "已退回修改");
        await Server.Drain();
        await office.Sees("#remark", "召集人意见：停车收费一项请先沟通。");
        await office.Click("#submit-agenda");
        await Told(convenor, "#agree");
        await convenor.Look("04-onepage", "03-onepage", "03-onepage-phone");
        Assert.Equal((595, 842), Rounded((await convenor.Print("04-onepage"))[0]));
        await convenor.Click("#agree");
        await convenor.Click(".mud-dialog button.pri");
        await convenor.Sees(".toasts", "已同意议程");
        await Server.Drain();
        await convenor.Sees("h1", "议程已同意");
    }

    private async Task Notice(Screen screen, PersonAtScreen office)
    {
        await office.Click("#notice");
        await office.Click("#notice-form button.pri");
        await office.Sees(".mud-dialog", "向11个单位印发会议通知");
        await office.Look("05-notice");
        await office.Click(".mud-dialog button.pri");
        await office.Sees(".toasts", "已向11个单位印发会议通知");
        await Server.Drain();
        await office.Sees("h1", "已通知");

        var member = await screen.Seated(Server, "jiaoyu/liaison", "/meetings/plenary-20201204");
        await member.Choose("reply-kind", "代会");
        await member.Click("#reply-form button.pri");
        await member.Sees("#reply-form [role=alert]", "代会");
        await member.TypeInto("#reply-who", "分管副局长");
        await member.TypeInto("#reply-reason", "外出培训");
        await member.Look("06-member");
        await member.Click("#reply-form button.pri");
        await member.Sees(".toasts", "教育局回执：代会");
        await Server.Drain();
        await office.Sees("#reply-jiaoyu", "分管副局长，外出培训");
        await office.Sees("#replies", "代会1 未反馈10");
        await office.Click("#reply-minzheng a");
        await office.Choose("reply-kind", "参加");
        await office.Click("#drawer #reply-form button.pri");
        await Told(office, "#replies:has-text('参加1 代会1 未反馈9')");
        await office.Look("07-noticed");
    }

    /// <summary>A press returns before it has been carried out: what it did is told until it is seen.</summary>
    private Task<int> Told(PersonAtScreen person, string selector) => HubClient.Eventually(
        async () =>
        {
            await Server.Drain();
            return await person.CountOf(selector);
        },
        count => count == 1);

    private static (int Width, int Height) Rounded((double Width, double Height) sheet) => ((int)Math.Round(sheet.Width), (int)Math.Round(sheet.Height));
}
