using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using HuiminCoord.Server.Onboarding;
using HuiminCoord.Server.Tests.Documents.Workbooks;
using static HuiminCoord.Server.Tests.Documents.Workbooks.FilledWorkbooks;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>Workbooks that are sent in: sentences at their cells, nothing by halves, and two people at one draft.</summary>
public sealed class WorkbookUploadTests(FormsFixture fixture) : IClassFixture<FormsFixture>
{
    private const string Duty = "monthly-2020-09";

    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("zh-CN", "“十二”不是数字，请只填数字。", "本格未填；没有数据请填0。")]
    [InlineData("en", "\"十二\" is not a number. Enter digits only.", null)]
    public async Task Every_problem_has_its_cell_and_its_sentence_in_the_reader_s_language(string language, string said, string? missing)
    {
        const string unit = "jiaoyu";
        var empty = await Workbook(unit);
        var at = At(empty, unit, Duty);
        var taken = await Send(unit, With(empty, unit, Duty, ("chi-shipin/officers", "s:十二")), language);
        Assert.Equal((false, 0), ((bool)taken["stored"]!, taken["conflicts"]!.AsArray().Count));
        var fault = taken["problems"]!.AsArray().Single(p => (string)p!["code"]! == "figure.not-a-number")!;
        Assert.Equal(("统计表", at["chi-shipin/officers"].Address, "chi-shipin/officers", said), ((string)fault["sheet"]!, (string)fault["address"]!, (string)fault["field"]!, (string)fault["sentence"]!));
        var empties = taken["problems"]!.AsArray().Where(p => (string)p!["code"]! == "sheet.missing").ToList();
        Assert.Equal(LayoutOf(unit).Cells.Count() - 1, empties.Count);
        Assert.All(empties, p => Assert.Equal(at[(string)p!["field"]!].Address, (string)p["address"]!));
        Assert.All(empties, p => Assert.True(missing is null ? ((string)p!["sentence"]!).Length > 10 : (string)p!["sentence"]! == missing));
        var silent = taken["problems"]!.AsArray().First(p => (string)p!["code"]! == "sheet.section-missing")!;
        Assert.Equal(("小结", "text/work"), ((string)silent["sheet"]!, (string)silent["field"]!));
        Assert.Empty(await Fields(unit));
    }

    [Fact]
    public async Task What_the_workbook_does_not_tell_stays_and_is_not_asked_for()
    {
        const string unit = "minzheng";
        await Save(unit, "liaison", [.. LayoutOf(unit).Cells.Select(c => (c.ToString(), "1")), ("text/work", "已检查。"), ("text/cases", "无。"), ("text/problems", "无。")]);
        string[][] table = [["类别", "出动执法人员", "检查经营主体"], .. LayoutOf(unit).Sections.Select(s => (string[])[s.Name, "6", "3"])];
        var taken = await Send(unit, SheetXml.Made(("表", table)), keep: true);
        Assert.True((bool)taken["stored"]!, taken.ToJsonString());
        Assert.DoesNotContain(taken["problems"]!.AsArray(), p => (string)p!["code"]! is "sheet.missing" or "sheet.section-missing");
        Assert.Contains(taken["problems"]!.AsArray(), p => (string)p!["code"]! == "workbook.column-missing" && ((string)p["sentence"]!).Contains("一列", StringComparison.Ordinal));
        Assert.Contains(taken["problems"]!.AsArray(), p => (string)p!["code"]! == "workbook.unmarked" && !(bool)p["isError"]!);
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_stores_nothing_and_hurts_nobody()
    {
        const string unit = "nongmu";
        var workbook = FilledWorkbooks.Whole(await Workbook(unit), unit, Duty, "7");
        using (var line = new TcpClient())
        {
            await line.ConnectAsync(Server.Url.Host, Server.Url.Port, TestContext.Current.CancellationToken);
            var head = $"POST {Address(unit)}/workbook HTTP/1.1\r\nHost: {Server.Url.Authority}\r\nAuthorization: Bearer {await Server.Seats.Token($"{unit}/liaison")}\r\nContent-Type: {ContactLists.ContentType}\r\nContent-Length: {workbook.Length}\r\n\r\n";
            await line.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. workbook[..(workbook.Length / 2)]], TestContext.Current.CancellationToken);
            line.Client.LingerState = new LingerOption(true, 0);
        }

        Assert.Empty(await Fields(unit));
        var taken = await Send(unit, workbook);
        Assert.True((bool)taken["stored"]!, taken.ToJsonString());
        Assert.Equal("7", (await Fields(unit)).Single(f => (string)f["field"]! == $"{LayoutOf(unit).Cells.First()}")["typed"]!.ToString());
    }

    [Fact]
    public async Task What_somebody_typed_since_the_workbook_was_made_stands()
    {
        const string unit = "wenlv";
        var (field, other) = (LayoutOf(unit).Cells.First().ToString(), LayoutOf(unit).Cells.ElementAt(1).ToString());
        await Save(unit, "liaison", (other, "3"));
        var workbook = FilledWorkbooks.Whole(await Workbook(unit), unit, Duty, "7");
        await Save(unit, "deputy", (field, "5"));
        await Save(unit, "liaison", (other, "9"));
        var taken = await Send(unit, workbook);
        var theirs = taken["conflicts"]!.AsArray().Select(c => ((string)c!["field"]!, (string)c["typed"]!, (string)c["by"]!)).ToList();
        // Also one's own: the file was made before.
        Assert.True((bool)taken["stored"]!);
        Assert.Equal([(field, "5", "deputy"), (other, "9", "liaison")], theirs);
        var fields = await Fields(unit);
        Assert.Equal(("5", "9"), ((string)fields.Single(f => (string)f["field"]! == field)["typed"]!, (string)fields.Single(f => (string)f["field"]! == other)["typed"]!));
    }

    /// <summary>The office's sheet of a paper has revisions of its own: a unit's file has seen nothing of it, however high the number in it.</summary>
    [Fact]
    public async Task A_unit_s_workbook_in_the_office_s_place_writes_over_nothing_that_the_office_typed()
    {
        const string unit = "weijian";
        var (field, other) = (LayoutOf(unit).Cells.First().ToString(), LayoutOf(unit).Cells.ElementAt(1).ToString());
        foreach (var typed in new[] { "1", "2", "3" })
        {
            await Save(unit, "liaison", (other, typed));
        }

        var workbook = FilledWorkbooks.Whole(await Workbook(unit), unit, Duty, "7");
        Assert.Equal(200, (await As("office-staff", $"{Address(unit)}/fields", new { fields = new[] { new { field, typed = "5" } } })).Status);
        var taken = await Send(unit, workbook, seat: "office-director");
        Assert.Equal((field, "5"), ((string)Assert.Single(taken["conflicts"]!.AsArray())!["field"]!, (string)taken["conflicts"]![0]!["typed"]!));
    }

    [Fact]
    public async Task A_megabyte_in_a_field_is_refused_and_the_field_stays()
    {
        const string unit = "chengguan";
        await Save(unit, "liaison", ("phone", "0471-1"));
        // It asks first: it is refused before it is sent, and no line breaks.
        using var asking = new HttpRequestMessage(HttpMethod.Post, $"{Address(unit)}/fields") { Content = System.Net.Http.Json.JsonContent.Create(new { fields = new[] { new { field = "text/work", typed = new string('检', 400_000) } } }) };
        asking.Headers.ExpectContinue = true;
        var (status, problem) = await Server.Send(asking);
        Assert.Equal((413, "request.too-large"), (status, (string)problem["code"]!));
        (status, problem) = await Server.Post($"{Address(unit)}/fields", new { fields = new[] { new { field = "text/work", typed = new string('a', 60_000) }, new { field = "phone", typed = "2" } } });
        Assert.Equal((422, "request.invalid"), (status, (string)problem["code"]!));
        Assert.Equal("0471-1", (string)Assert.Single(await Fields(unit))["typed"]!);
    }

    [Fact]
    public async Task Two_people_hand_over_the_same_draft_and_it_is_one_version()
    {
        const string unit = "gongan";
        await Save(unit, "liaison", [.. LayoutOf(unit).Cells.Select(c => (c.ToString(), "2")), ("text/work", "已检查。"), ("text/cases", "无。"), ("text/problems", "无。")]);
        var head = (long)(await Report(unit))["head"]!;
        var both = await Task.WhenAll(As($"{unit}/liaison", $"{Address(unit)}/propose", new { seen = head }), As($"{unit}/deputy", $"{Address(unit)}/propose", new { seen = head }));
        Assert.All(both, answer => Assert.True(answer.Status is 200 or 202, answer.Body.ToJsonString()));
        var waiting = (await Report(unit))["waiting"]!;
        Assert.Equal(1, (int)waiting["number"]!);

        await Server.Do($"{Address(unit)}/take-back", new { });
        await Save(unit, "deputy", ("phone", "0471-2"));
        var (status, problem) = await As($"{unit}/liaison", $"{Address(unit)}/propose", new { seen = head });
        Assert.Equal((409, "report.fields-changed"), (status, (string)problem["code"]!));
        Assert.Equal("filling", (string)(await Report(unit))["stage"]!);
    }

    private static string Address(string unit) => $"{TestServer.Path}/units/{unit}/reports/{Duty}";

    private async Task<byte[]> Workbook(string unit)
    {
        using var client = Server.Seats.Client(Server.Url, $"{unit}/liaison");
        return await client.GetByteArrayAsync(new Uri($"{Address(unit)}/workbook", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private async Task<JsonNode> Send(string unit, byte[] workbook, string language = "zh-CN", bool keep = false, string? seat = null)
    {
        using var client = Server.Seats.Client(Server.Url, seat ?? $"{unit}/liaison");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address(unit)}/workbook?keep={(keep ? "true" : "false")}") { Content = new ByteArrayContent(workbook) { Headers = { ContentType = new MediaTypeHeaderValue(ContactLists.ContentType) } } };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<JsonNode> Report(string unit)
    {
        using var client = Server.Seats.Client(Server.Url, $"{unit}/liaison");
        return JsonNode.Parse(await client.GetStringAsync(new Uri(Address(unit), UriKind.Relative), TestContext.Current.CancellationToken))!["item"]!;
    }

    private async Task<IReadOnlyList<JsonNode>> Fields(string unit) => [.. (await Report(unit))["fields"]!.AsArray().OfType<JsonNode>().Where(f => ((string)f["typed"]!).Length > 0)];

    private async Task Save(string unit, string seat, params (string Field, string Typed)[] fields)
    {
        var (status, answer) = await As($"{unit}/{seat}", $"{Address(unit)}/fields", new { fields = fields.Select(f => new { field = f.Field, typed = f.Typed }) });
        Assert.True(status == 200, answer.ToJsonString());
    }

    private async Task<(int Status, JsonNode Body)> As(string seat, string path, object body)
    {
        using var client = Server.Seats.Client(Server.Url, seat);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = System.Net.Http.Json.JsonContent.Create(body, body.GetType()) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await Server.Drain();
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
