namespace HuiminCoord.Server.Tests.Console;

/// <summary>
/// The morning of Monday 2020-11-30. November's report was due on Saturday: seven units have reported, two of them wait for their
/// review, one got its table back, four are silent, and one of those asked for a later date. One unit never named a liaison.
/// </summary>
public sealed class NovemberMorning : IAsyncLifetime
{
    /// <summary>A text that wants to be more than text.</summary>
    public const string Hostile = "<script>alert(1)</script>\"><img src=x>";

    private static readonly IReadOnlyList<string> Units = [.. TestServer.Plan.Units.Select(u => u.Id.Value)];

    internal TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.Start();
        foreach (var (unit, n) in Units.Select((u, n) => (u, n)).Where(u => u.u != "wenlv"))
        {
            await To($"{unit}/seats/liaison/name", new { holder = $"{unit}联络人", phone = $"1380471{n:0000}" });
        }

        await To("nongmu/seats/deputy/name", new { holder = "备用甲", phone = "0471-5551518" });
        await September();
        await October();
        await November();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task September()
    {
        await Server.RunUntil(new DateOnly(2020, 9, 25), 10);
        await Reported("monthly-2020-09", Units);
    }

    private async Task October()
    {
        string[] late = ["minzheng", "nongmu"];
        await Server.RunUntil(new DateOnly(2020, 10, 27), 10);
        await Reported("monthly-2020-10", Units.Except(late));
        await Server.RunUntil(new DateOnly(2020, 10, 29), 14);
        await Reported("monthly-2020-10", late);
    }

    private async Task November()
    {
        await Server.RunUntil(new DateOnly(2020, 11, 26), 10);
        await Reported("monthly-2020-11", ["scjg", "zhujian", "gongxin"]);
        await To("minzheng/obligations/monthly-2020-11/submit", new { nil = true });
        await To("minzheng/obligations/monthly-2020-11/accept", new { });
        await To("jiaoyu/obligations/monthly-2020-11/submit", new { });
        await To("jiaoyu/obligations/monthly-2020-11/accept", new { parts = new[] { "summary" } });
        await Server.RunUntil(new DateOnly(2020, 11, 27), 11);
        var remarks = new[] { new { place = "第2行", text = "请核实" }, new { place = "第3行", text = Hostile } };
        await To("jiaoyu/obligations/monthly-2020-11/return", new { part = "table", remarks });
        await To("weijian/obligations/monthly-2020-11/submit", new { note = Hostile });
        await To("gongan/obligations/monthly-2020-11/ask-extension", new { until = "2020-12-02", reason = Hostile });
        await Server.RunUntil(new DateOnly(2020, 11, 30), 10);
        await To("wenlv/obligations/monthly-2020-11/submit", new { receivedAt = "2020-11-30T09:40:00+08:00" });
    }

    private async Task Reported(string duty, IEnumerable<string> units)
    {
        foreach (var unit in units)
        {
            await To($"{unit}/obligations/{duty}/submit", new { });
            await To($"{unit}/obligations/{duty}/accept", new { });
        }
    }

    private async Task To(string path, object body) => await Server.Do($"{TestServer.Path}/units/{path}", body);
}
