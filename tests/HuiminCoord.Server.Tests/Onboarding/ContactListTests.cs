using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HuiminCoord.Server.Onboarding;
using MiniExcelLibs;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>A contact list comes in as a spreadsheet, with an answer for every row.</summary>
public sealed class ContactListTests : IAsyncLifetime
{
    private const string Contacts = $"{Units.Campaign}/contacts";

    private readonly OfficeServer _fixture = new();

    private Visitor Office => _fixture.Office;

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Every_row_gets_an_answer()
    {
        await _fixture.Stranger.Do("/join/name", Units.Naming(await Office.Link("wenlv"), "联络人己"));
        IReadOnlyList<IReadOnlyList<string>> odd = [
            ["回民区联络人名单"], Sheets.Headings,
            ["教育局", "联络人", "联络人甲", "办公室主任", "0471-0000000", "jia@example.org"],
            ["教育局", "备用联络人", "联络人乙", "", "", ""],
            ["区民政局", "联络人", "联络人甲", "科长", "", ""],
            ["nongmu", "liaison", "联络人甲", "", "", ""],
            [" 回民区 工信局 ", "联络员", "联络人甲", "", "", ""],
            [],
            ["税务局", "联络人", "联络人甲", "", "", ""],
            ["教育局", "联络人", "联络人丙", "", "", ""],
            ["卫健委", "司机", "联络人甲", "", "", ""],
            ["卫健委", "联络人", "", "主任", "", ""],
            ["卫健委", "备用联络人", new string('长', 41), "", "", ""],
            ["公安分局", "联络人", "联络人甲", "", "", "no-mail"],
            ["公安分局", "备用联络人", "联络人\n乙", "", "", ""],
            ["教育局", "负责同志", "联络人甲", "", "", ""],
            ["教育局", "负责人", "教育局负责同志", "", "", ""],
            ["文旅局", "联络人", "联络人庚", "", "", ""],
            ["文旅局", "备用联络人", "联络人己", "", "", ""],
            ["住建局", "联络人", """<c r="PLACE" t="str"><f>"联络"&amp;"人甲"</f><v>联络人甲</v></c>""", "", """<c r="PLACE"><v>13800000000</v></c>""", ""],
            ["住建局", "备用联络人", """<c r="PLACE"><f>WEBSERVICE("http://127.0.0.1/")</f></c>""", "", "", ""],
            ["住建局", "负责同志", """<c r="PLACE" t="e"><f>1/0</f><v>#DIV/0!</v></c>""", "", "", ""],
            ["", "", "联络人甲", "", "", ""],
            ["教育局", "", "", "", "", ""],
            ["'=cmd|x", "联络人", "联络人甲", "", "", ""],
            .. TestServer.Plan.Units.Take(6).Select(u => (IReadOnlyList<string>)[u.Name, "负责同志", $"{u.Name}甲", "局长", "", ""]),
        ];

        var answer = await Import(Sheets.Of(odd));

        string?[] expected = [
            null, null, null, null, null, "contact.unit-unknown", "contact.seat-twice", "contact.seat-unknown", "contact.name-missing", "seat.name-needed", "naming.mail-malformed",
            "naming.unreadable", "seat.same-person", "seat.name-needed", "contact.named-by-unit", "seat.same-person", null, "contact.name-missing", "contact.name-missing",
            "contact.unit-unknown", "contact.seat-unknown", "contact.unit-unknown", null, null, null, null, null, null,
        ];
        var rows = answer["rows"]!.AsArray();
        Assert.Equal(expected, rows.Select(r => (string?)r!["refusal"]?["code"]));
        Assert.Equal([.. Enumerable.Range(3, 5), .. Enumerable.Range(9, 23)], rows.Select(r => (int)r!["row"]!));
        Assert.Equal((expected.Count(e => e is null), expected.Count(e => e is not null)), ((int)answer["taken"]!, (int)answer["refused"]!));
        Assert.Equal("13800000000", (string?)(await Office.Waiting("zhujian"))["liaison"]["phone"]);
    }

    [Fact]
    public async Task Sentences_come_in_the_callers_language()
    {
        var list = Sheets.Of(Sheets.Headings, ["税务局", "联络人", "联络人甲"]);

        Assert.Equal("“税务局”不是本次整治的成员单位，请填写方案中的单位名称或简称。", Detail((await Send(list)).Body));
        Assert.StartsWith("“税务局” is no member unit.", Detail((await Send(list, "en")).Body), StringComparison.Ordinal);

        static string Detail(JsonNode answer) => (string)answer["rows"]![0]!["refusal"]!["detail"]!;
    }

    [Fact]
    public async Task The_roster_changes_when_the_office_confirms_and_by_the_offices_word()
    {
        await Import(Sheets.Of(Sheets.Headings, ["教育局", "联络人", "联络人甲", "主任", "0471-0000000", ""], ["教育局", "负责同志", "负责人甲", "", "", ""]));
        Assert.Equal(["leader"], (await Office.Roster("jiaoyu")).Keys);
        var waiting = await Office.Waiting("jiaoyu");
        Assert.All(waiting.Values, n => Assert.Equal(("list", false, false), ((string?)n["source"], (bool)n["inForce"]!, (bool)n["outdated"]!)));

        using var liaison = await Visitor.Activate(_fixture.Server, (await Office.Confirm(waiting["liaison"]))["slip"]!);
        Assert.NotNull((await Office.Confirm(waiting["leader"]))["slip"]);

        Assert.Equal(("联络人甲", "负责人甲"), ((await Office.Roster("jiaoyu"))["liaison"], (await Office.Roster("jiaoyu"))["leader"]));
        var audit = (await _fixture.Server.Get($"{TestServer.Path}/audit"))["items"]!.AsArray().Where(a => (string)a!["event"]! == "unit.seat-named").ToList();
        Assert.Equal(2, audit.Count);
        Assert.All(audit, a => Assert.Equal("office-staff", (string?)a!["actor"]));
        var again = await Import(Sheets.Of(Sheets.Headings, ["教育局", "联络人", "联络人甲"]));
        Assert.Equal("contact.held-already", (string?)again["rows"]![0]!["refusal"]!["code"]);
    }

    [Fact]
    public async Task When_somebody_else_was_named_meanwhile_a_row_is_outdated()
    {
        await Import(Sheets.Of(Sheets.Headings, ["教育局", "联络人", "联络人甲"], ["民政局", "联络人", "联络人甲"]));
        await _fixture.Server.Do($"{TestServer.Path}/units/jiaoyu/seats/liaison/name", new { holder = "联络人丙" });
        await _fixture.Server.Do($"{TestServer.Path}/units/minzheng/seats/deputy/name", new { holder = "联络人甲" });

        Assert.Equal("nomination.outdated", (string?)(await Office.Confirm((await Office.Waiting("jiaoyu"))["liaison"]))["refusal"]!["code"]);
        Assert.Equal("seat.same-person", (string?)(await Office.Confirm((await Office.Waiting("minzheng"))["liaison"]))["refusal"]!["code"]);
        Assert.Equal("联络人丙", (await Office.Roster("jiaoyu"))["liaison"]);
    }

    [Fact]
    public async Task Taken_in_again_a_list_changes_nothing_and_a_later_one_takes_its_place()
    {
        var list = Sheets.Of(Sheets.Headings, ["教育局", "联络人", "联络人甲", "主任", "", ""]);
        var first = (string?)(await Import(list))["rows"]![0]!["nomination"];

        Assert.Equal(first, (string?)(await Import(list))["rows"]![0]!["nomination"]);
        await Import(Sheets.Of(Sheets.Headings, ["教育局", "联络人", "联络人甲", "科长", "", ""]));

        var waiting = (await Office.Waiting("jiaoyu"))["liaison"];
        Assert.Equal(("科长", false), ((string?)waiting["title"], (string?)waiting["nomination"] == first));
    }

    [Fact]
    public async Task Shared_texts_are_read_as_spreadsheets_write_them()
    {
        string[] texts = [.. Sheets.Headings.Select(h => $"<si><t>{h}</t></si>"), "<si><t xml:space=\"preserve\"> 教育局 </t></si>", "<si><r><rPr><b/></rPr><t>联络</t></r><r><t>人</t></r></si>", "<si><t>联络人甲</t></si>"];
        var cells = string.Concat("ABCDEF".Select((c, i) => $"<c r=\"{c}1\" s=\"0\" t=\"s\"><v>{i}</v></c>"));
        var file = Sheets.Raw(
            $"<dimension ref=\"A1:F4\"/><sheetData><row r=\"1\">{cells}</row><row r=\"4\" spans=\"1:6\"><c r=\"A4\" t=\"s\"><v>6</v></c><c r=\"B4\" t=\"s\"><v>7</v></c><c r=\"C4\" t=\"s\"><v>8</v></c></row></sheetData>",
            ("xl/styles.xml", System.Text.Encoding.UTF8.GetBytes("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs></styleSheet>")),
            ("xl/sharedStrings.xml", System.Text.Encoding.UTF8.GetBytes($"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(texts)}</sst>")));

        var row = (await Import(file))["rows"]!.AsArray().Single()!;

        Assert.Equal((4, "jiaoyu", "liaison", "联络人甲"), ((int)row["row"]!, (string?)row["unit"], (string?)row["seat"], (string?)row["holder"]));
    }

    [Fact]
    public async Task One_contact_can_be_typed()
    {
        await Office.Do($"{Units.Campaign}/nominations", new { unit = "nongmu", seat = "deputy", person = Units.Person("联络人乙") });

        Assert.Equal("联络人乙", (string?)(await Office.Waiting("nongmu"))["deputy"]["holder"]);
        Assert.Equal((404, "unit.unknown"), await Office.Refused($"{Units.Campaign}/nominations", new { unit = "nobody", seat = "deputy", person = Units.Person("联络人乙") }));
        Assert.Equal((422, "naming.mail-malformed"), await Office.Refused($"{Units.Campaign}/nominations", new { unit = "nongmu", seat = "deputy", person = Units.Person("联络人乙", "x") }));
    }

    [Fact]
    public async Task The_template_is_filled_in_and_taken()
    {
        using var answer = await _fixture.Server.Http.GetAsync(new Uri($"/api/v1{Contacts}/template", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(ContactLists.ContentType, answer.Content.Headers.ContentType!.MediaType);
        using var template = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var rows = template.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(TestServer.Plan.Units.Count * 3, rows.Count);
        Assert.Equal(Sheets.Headings, rows[0].Keys);
        rows[1]["姓名"] = "联络人甲";
        using var filled = new MemoryStream();
        await filled.SaveAsAsync(rows, cancellationToken: TestContext.Current.CancellationToken);

        var taken = await Import(filled.ToArray());

        Assert.Equal((1, rows.Count - 1), ((int)taken["taken"]!, (int)taken["refused"]!));
        Assert.Equal("联络人甲", (string?)(await Office.Waiting("scjg"))["liaison"]["holder"]);
    }

    private async Task<JsonNode> Import(byte[] file)
    {
        var (status, body) = await Send(file);
        Assert.True(status == 200, $"{status} {body.ToJsonString()}");
        return body;
    }

    private Task<(int Status, JsonNode Body)> Send(byte[] file, string? language = null) =>
        Office.Ask(HttpMethod.Post, Contacts, new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(ContactLists.ContentType) } }, language);
}
