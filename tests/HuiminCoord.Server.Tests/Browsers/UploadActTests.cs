using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Files;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>Photographs from a phone whose connection breaks: they go on where they were cut off, and hang on the visit.</summary>
public sealed class UploadActTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private const string Visits = "/supervision/du-2/visits", Files = "#visit-files", Sending = "#visit-files-sending li", Attached = ".files .attached li";

    private readonly (string Name, byte[] Content) _first = ("食堂后厨.jpg", PieceSender.Photograph(21, 1_400_000)), _second = ("留样柜.jpg", PieceSender.Photograph(22, 600_000));

    private TestServer Server => morning.Server;

    [Fact]
    public async Task Photographs_go_on_where_the_line_broke_and_hang_on_the_visit()
    {
        await using var screen = await Screen.Open("uploads");
        var (group, offsets) = (await Group(screen, "home"), new List<int>());
        await group.LosesLine(after: 2, offsets);
        await group.Attach(Files, _first, _second);
        await group.Sees(Sending + "[data-state=lost]", "连接中断，恢复后自动续传");
        await group.Sees(Sending + "[data-state=waiting]", "等待上传");
        await group.Look("01-no-line");
        await group.Click("#visit-form button.pri");
        await group.Sees(Sending + "[data-state=lost]", "还没有传完");
        Assert.Equal(0, await group.CountOf(".toasts li"));

        await group.HasLine(offsets);

        await group.HasCount(Attached, 2);
        await group.HasCount(Sending, 0);
        await group.Look("02-there");
        Assert.Equal(2, offsets.Count(o => o == 0));
        await group.Click("#visit-form button.pri");
        await HubClient.Eventually(
            async () =>
            {
                await Server.Drain();
                return await group.CountOf("#visit-kept li");
            },
            count => count == 2);
        Assert.Equal(_first.Content, await group.Fetch($"/files/{PieceSender.Hash(_first.Content)}"));
        Assert.Equal(_second.Content, await group.Fetch($"/files/{PieceSender.Hash(_second.Content)}"));
        screen.HasNoFaults();
    }

    [Fact]
    public async Task A_page_that_is_loaded_anew_goes_on_with_the_same_file()
    {
        await using var screen = await Screen.Open("uploads-anew");
        var (group, offsets) = (await Group(screen, "canteen"), new List<int>());
        var photograph = ("库房.jpg", PieceSender.Photograph(23, 1_400_000));
        await group.LosesLine(after: 2, offsets);
        await group.Attach(Files, photograph);
        await group.SeesSomething(Sending + "[data-state=lost]");

        await group.Visit($"{Visits}/canteen");
        await group.Connected();
        await group.Sees(Sending + "[data-state=again]", "请重新选择这个文件");
        await group.Look("01-again");
        await group.HasLine(offsets);
        await group.Attach(Files, photograph);

        await group.Sees(Attached, "库房.jpg");
        await group.HasCount(Sending, 0);
        Assert.Equal(offsets.Distinct(), offsets);
        screen.HasNoFaults();
    }

    [Fact]
    public async Task What_arrives_while_the_page_has_no_connection_is_named_to_the_next_one()
    {
        await using var screen = await Screen.Open("uploads-cut-off");
        var group = await Group(screen, "new");
        await group.IsCutOff();
        await group.Attach(Files, ("门头.jpg", PieceSender.Photograph(24, 300_000)));
        await group.Sees(Sending + "[data-state=done]", "已传完，正在加入附件");

        await group.Visit($"{Visits}/new");
        await group.Connected();

        await group.Sees(Attached, "门头.jpg");
        await group.HasCount(Sending, 0);
        screen.HasNoFaults();
    }

    [Fact]
    public async Task What_is_refused_is_said_beside_the_file_and_what_is_cancelled_goes()
    {
        await using var screen = await Screen.Open("uploads-refused");
        var (group, offsets) = (await Group(screen, "new", "en"), new List<int>());
        await group.Attach(Files, ("假.jpg", new byte[100]), ("程序.exe", new byte[9]), ("大.jpg", new byte[21 * 1024 * 1024]));
        await group.HasCount(Sending + "[data-state=refused]", 3);
        await group.Sees("#visit-files-sending", "has to be what the extension says");
        await group.Sees("#visit-files-sending", "at most 20 MB");
        await group.Look("01-refused");
        foreach (var left in new[] { 2, 1, 0 })
        {
            await group.Click(Sending + ":first-child button");
            await group.HasCount(Sending, left);
        }

        await group.LosesLine(after: 1, offsets);
        await group.Attach(Files, ("门头.jpg", PieceSender.Photograph(25, 900_000)));
        await group.SeesSomething(Sending + "[data-state=lost]");
        await group.Click(Sending + " button");
        await group.SeesNothing("#visit-files-sending");
        await group.HasLine(offsets);
        await group.Attach(Files, Enumerable.Range(0, 21).Select(i => ($"{i}.jpg", new byte[9])).ToArray());
        await group.Sees(Sending + "[data-state=refused]", "At most 20 files");
        screen.HasNoFaults();
    }

    /// <summary>The group before a visit; each has a draft of its own.</summary>
    private async Task<PersonAtScreen> Group(Screen screen, string visit, string language = "zh-CN")
    {
        await NovemberSupervision.Hold(Server);
        return await screen.Seated(Server, "group", $"{Visits}/{visit}", language);
    }
}
