using System.Net.Http.Json;
using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Console.Meetings;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>The office puts an agenda in order by hand, with mouse and finger, and makes two items of one.</summary>
public sealed class AgendaActTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private const string Id = "plenary-20201208", Place = $"/meetings/{Id}", Late = "#agenda-NotReported tbody tr";

    private TestServer Server => morning.Server;

    [Fact]
    public async Task Items_are_dragged_and_split()
    {
        await NovemberMeetings.Propose(Server, Id, "plenary", "2020年第1次全体会议", "2020-12-08T14:30:00+08:00");
        await NovemberMeetings.Do(Server, $"{Id}/agenda/compose");
        await using var screen = await Screen.Open("agenda");
        var office = await screen.Seated(Server, "office-staff", Place);
        await Drag(office);
        await Refused(office);
        await Split(office);
        screen.HasNoFaults();
    }

    private async Task Drag(PersonAtScreen office)
    {
        var (first, second, third) = (await Item(office, 1), await Item(office, 2), await Item(office, 3));
        await office.Drag(Grip(third), $"{Late}[data-item='{first}']", held: async () => await office.HasCount($"{Late}[data-item='{first}'][data-drop=before]", 1));
        await Stands(office, third, first, second);
        await office.Sees(".toasts", "已调整议题顺序");
        await office.Look("01-dragged");
        await office.Visit(Place);
        await office.Connected();
        await Stands(office, third, first, second);

        await office.Drag(Grip(first), $"{Late}[data-item='{third}']", key: "Escape");
        await office.HasCount("[data-held],[data-drop]", 0);
        await office.DragByFinger(Grip(second), $"{Late}[data-item='{third}']");
        await Stands(office, second, third, first);
        // What is by hand is also by keys.
        await office.Click($"[id='down-{second}']");
        await Stands(office, third, second, first);
    }

    /// <summary>A colleague was quicker: nothing is overwritten, the page says so and shows what stands now.</summary>
    private async Task Refused(PersonAtScreen office)
    {
        var (first, second) = (await Item(office, 1), await Item(office, 2));
        using var client = Server.Seats.Client(Server.Url, "office-director");
        using var wish = new HttpRequestMessage(HttpMethod.Post, $"{TestServer.Path}/meetings/{Id}/agenda/add");
        wish.Headers.Add("Idempotency-Key", "colleague");
        wish.Content = JsonContent.Create(new { heading = "notReported", fact = "另有一项。", proposal = "", owner = "联席办", minutes = 5 });
        Assert.True((await client.SendAsync(wish, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        await office.Drag(Grip(second), $"{Late}[data-item='{first}']");
        await office.Sees(".body [role=alert]", "议程");
        await Told(office, "[id='item-own.1']");
        Assert.Equal((first, second), (await Item(office, 1), await Item(office, 2)));
        await office.Look("02-refused");
    }

    private async Task Split(PersonAtScreen office)
    {
        await office.Click("#split-questions");
        await office.Click("#split-form button.pri");
        await office.Sees("#split-form [role=alert]", "至少留下一项");
        await office.Click("#split-form input[value='question/roll-rule']");
        await office.Click("#split-form input[value='question/digest-time']");
        await office.Look("03-split");
        await office.Click("#split-form button.pri");
        await Told(office, "[id='item-questions.2']:has-text('2个问题')");
        await office.Sees(".toasts", "已拆成两项");

        await office.Click("[id='split-own.1']");
        Assert.Equal("另有一项。", await office.ValueOf("#split-rest"));
        await office.TypeInto("#split-fact", "再有一项。");
        await office.Click("#split-form button.pri");
        await Told(office, "[id='item-own.2']:has-text('再有一项。')");
        await office.Look("04-parts");
    }

    private static string Grip(string item) => $"{Late}[data-item='{item}'] [data-grip]";

    private static async Task<string> Item(PersonAtScreen office, int place) => (await office.Attribute($"{Late}:nth-child({place})", "data-item"))!;

    private async Task Stands(PersonAtScreen office, params string[] items)
    {
        foreach (var (item, place) in items.Select((item, n) => (item, n + 1)))
        {
            await Told(office, $"{Late}:nth-child({place})[data-item='{item}']");
        }
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
