using System.Net;
using System.Text;

namespace HuiminCoord.Server.Tests.Console.Meetings;

/// <summary>The papers of a meeting as its page offers them, and who gets which.</summary>
public sealed class MeetingFilesTests(NovemberMorning morning) : IClassFixture<NovemberMorning>, IAsyncLifetime
{
    private TestServer Server => morning.Server;

    public async ValueTask InitializeAsync() => await NovemberMeetings.Hold(Server);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("office-staff", NovemberMeetings.Liaison, "notice attendance pack invitation")]
    [InlineData("convenor", NovemberMeetings.Liaison, "notice invitation")]
    [InlineData("jiaoyu/leader", NovemberMeetings.Liaison, "notice reply invitation")]
    [InlineData("jiaoyu/leader", NovemberMeetings.Plenary, "")]
    [InlineData("office-staff", NovemberMeetings.Topic, "")]
    public async Task What_a_page_offers_can_be_fetched(string seat, string meeting, string offered)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        var links = (await visitor.Get($"/meetings/{meeting}")).Document.QuerySelectorAll("#papers a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Equal(offered, string.Join(' ', links.Select(l => l.Split('/')[^1])));
        foreach (var link in links)
        {
            var (status, type, file) = await Fetch(visitor, link);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(
                link.Split('/')[^1] switch
                {
                    "invitation" => ("text/calendar", "BEGIN:VCALENDAR"),
                    "pack" => ("application/zip", "PK"),
                    _ => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"),
                },
                (type, Beginning(file)));
        }
    }

    [Theory]
    [InlineData("jiaoyu/leader", NovemberMeetings.Liaison, "attendance", HttpStatusCode.Forbidden)]
    [InlineData("nongmu/liaison", NovemberMeetings.Topic, "notice", HttpStatusCode.NotFound)]
    [InlineData("nongmu/liaison", NovemberMeetings.Topic, "reply", HttpStatusCode.NotFound)]
    [InlineData("nongmu/liaison", "plenary-20210101", "notice", HttpStatusCode.NotFound)]
    [InlineData("office-staff", NovemberMeetings.Topic, "invitation", HttpStatusCode.Conflict)]
    [InlineData("group", NovemberMeetings.Liaison, "notice", HttpStatusCode.Forbidden)]
    public async Task What_it_does_not_offer_is_refused(string seat, string meeting, string file, HttpStatusCode status)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        Assert.Equal(status, (await Fetch(visitor, $"/meetings/{meeting}/files/{file}")).Status);
    }

    private static string Beginning(byte[] file) => Encoding.ASCII.GetString(file, 0, file[0] == 'P' ? 2 : "BEGIN:VCALENDAR".Length);

    private async Task<(HttpStatusCode Status, string? Type, byte[] File)> Fetch(PageVisitor visitor, string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = visitor.Cookies }) { BaseAddress = Server.Url };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
