using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>The bad input of the issue: a clear refusal, no change, nothing lost.</summary>
public sealed class BadInputTests(ServerFixture fixture)
{
    private const string Duty = $"{TestServer.Path}/units/minzheng/obligations/training";

    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("units/tiyu/obligations/training/submit", 404, "unit.unknown")]
    [InlineData("units/minzheng/obligations/weekly/submit", 404, "obligation.unknown")]
    [InlineData("units/Minzheng/obligations/training/submit", 400, "id.malformed")]
    [InlineData("units/min+zheng/obligations/training/submit", 400, "id.malformed")]
    [InlineData("units/minzheng/obligations/training%2Fx/submit", 400, "id.malformed")]
    [InlineData("units/minzheng/obligations/0abc/submit", 400, "id.malformed")]
    [InlineData("units/minzheng/obligations/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/submit", 400, "id.malformed")]
    [InlineData("units/民政局/obligations/training/submit", 400, "id.malformed")]
    [InlineData("units/minzheng/obligations/monthly-2021-01/submit", 409, "obligation.not-open-yet")]
    [InlineData("units/minzheng/obligations/liaison/submit", 409, "submit.name-the-liaison")]
    [InlineData("units/minzheng/obligations/training/accept", 409, "part.not-submitted")]
    public async Task A_command_to_what_is_not_there_or_not_ready_is_refused(string path, int status, string code)
    {
        var (answered, problem) = await Server.Post($"{TestServer.Path}/{path}", new { });
        Assert.Equal((status, code), (answered, (string)problem["code"]!));
    }

    [Theory]
    [InlineData("150103")]
    [InlineData("abc")]
    [InlineData("0abc")]
    [InlineData("Huimin-2020")]
    [InlineData("huimin-2020+")]
    public async Task Odd_campaign_ids_are_malformed(string campaign)
    {
        var (status, problem) = await Server.Refused($"/api/v1/campaigns/{campaign}/units");
        Assert.Equal((400, "id.malformed"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task A_unit_cannot_submit_what_only_others_owe()
    {
        await Server.Do($"{TestServer.Path}/units/nongmu/obligations", new { duty = "only-nongmu", title = "核对名单", due = "2020-10-30" });
        var (status, problem) = await Server.Post($"{TestServer.Path}/units/minzheng/obligations/only-nongmu/submit", new { });
        Assert.Equal((404, "obligation.unknown"), (status, (string)problem["code"]!));
        var (other, refused) = await Server.Post($"{TestServer.Path}/tasks/xing-2/progress", new { unit = "jiaoyu", text = "已检查" });
        Assert.Equal((404, "task.unknown"), (other, (string)refused["code"]!));
        var (lead, notLead) = await Server.Post($"{TestServer.Path}/tasks/xing-2/milestones", new { unit = "wenlv", id = "m-1", title = "摸底", due = "2020-12-01" });
        Assert.Equal((403, "task.not-lead"), (lead, (string)notLead["code"]!));
    }

    [Theory]
    [InlineData("""{"parts": ["summary"], "notes": "x"}""", 400, "request.malformed")]
    [InlineData("""{"nil": true, "nil": false}""", 400, "request.malformed")]
    [InlineData("""{"nil": "yes"}""", 400, "request.malformed")]
    [InlineData("""{"Nil": true}""", 400, "request.malformed")]
    [InlineData("""{"receivedAt": "2020-09-17T08:00"}""", 400, "request.malformed")]
    [InlineData("""{"parts": """, 400, "request.malformed")]
    [InlineData("""[]""", 400, "request.malformed")]
    [InlineData("""null""", 400, "request.malformed")]
    [InlineData("""{"parts": ["Summary"]}""", 422, "request.invalid")]
    [InlineData("""{"parts": ["a","a","a","a","a","a","a","a","a","a","a"]}""", 422, "request.invalid")]
    [InlineData("""{"parts": ["table"]}""", 422, "part.unknown")]
    [InlineData("""{"receivedAt": "2019-01-01T08:00:00+08:00"}""", 422, "submit.received-out-of-range")]
    public async Task A_body_that_is_not_understood_changes_nothing(string body, int status, string code)
    {
        var (answered, problem) = await PostText(Duty + "/submit", body, "application/json");
        Assert.Equal((status, code), (answered, (string)problem["code"]!));
        Assert.Equal("open", (string)(await Server.Get(Duty))["item"]!["obligation"]!["stage"]!);
    }

    [Fact]
    public async Task A_text_beyond_its_bound_names_the_field_and_the_bound()
    {
        var (status, problem) = await Server.Post(Duty + "/submit", new { note = new string('长', 4001) });
        Assert.Equal((422, "request.invalid"), (status, (string)problem["code"]!));
        Assert.Equal("长度应为0至4000个字", (string)problem["errors"]!["note"]![0]!);
        Assert.Equal("以下内容不符合要求：note（长度应为0至4000个字）。", (string)problem["detail"]!);
    }

    [Fact]
    public async Task A_remark_inside_a_list_is_looked_at_too()
    {
        var (status, problem) = await Server.Post(Duty + "/return", new { part = "all", remarks = new[] { new { place = " ", text = "核实" } } }, language: "en");
        Assert.Equal((422, "request.invalid"), (status, (string)problem["code"]!));
        Assert.Contains("place", problem["errors"]!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("must have 1 to 100 characters", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_oversized_body_is_refused_whether_it_says_its_size_or_not()
    {
        var huge = new JsonObject { ["note"] = new string('x', 70_000) }.ToJsonString();
        var (status, problem) = await PostText(Duty + "/submit", huge, "application/json");
        Assert.Equal((413, "request.too-large"), (status, (string)problem["code"]!));
        using var request = new HttpRequestMessage(HttpMethod.Post, Duty + "/submit") { Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(huge))) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("Idempotency-Key", "huge-chunked");
        var (chunked, again) = await Server.Send(request);
        Assert.Equal((413, "request.too-large"), (chunked, (string)again["code"]!));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_refused(string type)
    {
        var (status, problem) = await PostText(Duty + "/submit", "{}", type);
        Assert.Equal((415, "request.content-type"), (status, (string)problem["code"]!));
    }

    [Theory]
    [InlineData(null, "command.key-missing")]
    [InlineData("", "command.key-malformed")]
    [InlineData("a b", "command.key-malformed")]
    public async Task A_command_without_a_proper_key_is_refused(string? key, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Duty + "/submit") { Content = JsonContent.Create(new { }) };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        var (status, problem) = await Server.Send(request);
        Assert.Equal((400, code), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task A_key_of_101_characters_is_too_long_and_one_of_100_is_not()
    {
        var (status, problem) = await Server.Post(Duty + "/submit", new { parts = new[] { "nope" } }, new string('k', 101));
        Assert.Equal((400, "command.key-malformed"), (status, (string)problem["code"]!));
        var (fits, refused) = await Server.Post(Duty + "/submit", new { parts = new[] { "nope" } }, new string('k', 100));
        Assert.Equal((422, "part.unknown"), (fits, (string)refused["code"]!));
    }

    [Theory]
    [InlineData("/api/v1/nothing", 404, "route.unknown")]
    [InlineData("/api/v1/campaigns/huimin-2021/units", 404, "campaign.unknown")]
    [InlineData($"{TestServer.Path}/units/tiyu", 404, "unit.unknown")]
    [InlineData($"{TestServer.Path}/tasks/chi-99", 404, "task.unknown")]
    [InlineData($"{TestServer.Path}/phases/later", 404, "phase.unknown")]
    [InlineData($"{TestServer.Path}/plan?version=7", 404, "plan.version-unknown")]
    [InlineData($"{TestServer.Path}/obligations?limit=0", 422, "request.invalid")]
    [InlineData($"{TestServer.Path}/obligations?limit=201", 422, "request.invalid")]
    [InlineData($"{TestServer.Path}/obligations?limit=many", 400, "request.malformed")]
    [InlineData($"{TestServer.Path}/obligations?stage=lost", 400, "request.malformed")]
    [InlineData($"{TestServer.Path}/obligations?unit=A", 422, "request.invalid")]
    [InlineData($"{TestServer.Path}/obligations?next=zzz", 400, "page.malformed")]
    [InlineData($"{TestServer.Path}/obligations?next=e30", 400, "page.malformed")]
    [InlineData($"{TestServer.Path}/board?period=2020-13", 400, "period.malformed")]
    [InlineData($"{TestServer.Path}/inbox?recipient=nobody", 404, "recipient.unknown")]
    [InlineData($"{TestServer.Path}/inbox", 400, "request.malformed")]
    [InlineData($"{TestServer.Path}/units?after=unit", 400, "after.malformed")]
    [InlineData($"{TestServer.Path}/units?after=unit/other-2020/jiaoyu:1", 400, "after.malformed")]
    [InlineData($"{TestServer.Path}/units?after=relay/huimin-2020:1", 400, "after.malformed")]
    [InlineData($"{TestServer.Path}/units?after=unit/huimin-2020/jiaoyu:-1", 400, "after.malformed")]
    public async Task A_read_that_means_nothing_is_refused(string path, int status, string code)
    {
        var (answered, problem) = await Server.Refused(path);
        Assert.Equal((status, code), (answered, (string)problem["code"]!));
    }

    [Fact]
    public async Task Another_method_is_refused_in_the_same_shape()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Duty);
        var (status, problem) = await Server.Send(request);
        Assert.Equal((405, "method.not-allowed"), (status, (string)problem["code"]!));
    }

    private async Task<(int Status, JsonNode Body)> PostText(string path, string text, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(text, Encoding.UTF8, type) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return await Server.Send(request);
    }
}
