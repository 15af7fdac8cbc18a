using System.Text;
using System.Text.Json;
using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Plans;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>What is begun on pages: who shares it, and that it fits where drafts are kept.</summary>
public sealed class PadTests
{
    [Fact]
    public async Task The_office_shares_a_sheet_and_nobody_else_does()
    {
        await using var server = await TestServer.Start(begin: false, demo: false);
        var pad = server.Service<Pad>();
        await pad.Put(Sits("office-staff", "zhang"), "plan-new", "{}", DateTimeOffset.UnixEpoch);
        Assert.Equal("zhang", (await pad.Find(Sits("office-director", "li"), "plan-new"))!.Name);
        Assert.Null(await pad.Find(Sits("office-director", "li", "other-2020"), "plan-new"));
        Assert.Null(await pad.Find(Sits("convenor", "wang"), "plan-new"));
        Assert.Null(await pad.Find(Sits("office-director", "li"), "calendar-layer"));

        await pad.Put(Sits("convenor", "wang"), "plan-new", "[]", DateTimeOffset.UnixEpoch);
        await pad.Drop(Sits("office-director", "li"), "plan-new");
        Assert.Null(await pad.Find(Sits("office-staff", "zhang"), "plan-new"));
        Assert.Equal("[]", (await pad.Find(Sits("convenor", "wang"), "plan-new"))!.Json);
        Assert.Null(await pad.Find(Sits("convenor", "zhao"), "plan-new"));
    }

    [Fact]
    public void A_set_up_of_the_shipped_size_is_well_below_the_bound_of_a_draft()
    {
        var draft = PlanDraft.From(new(TestServer.Plan, TestServer.PlanJson));
        Assert.InRange(Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(draft, ApiJson.Options)), 1, 48 * 1024);
    }

    private static Asker Sits(string seat, string login, string campaign = TestServer.Campaign) =>
        new("s", login, login, login, "a", campaign, new Standing(SeatAddress.Find(seat)!, []), DateTimeOffset.MaxValue);
}
