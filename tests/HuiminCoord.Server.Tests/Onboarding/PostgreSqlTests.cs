using System.Net.Http.Headers;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Onboarding;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>The same ways in on PostgreSQL, where several may write at once.</summary>
public sealed class PostgreSqlTests(PostgreSqlServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_names_a_list_comes_in_the_office_confirms_and_people_sign_in()
    {
        await using var server = await TestServer.Start(postgreSql: await postgres.NewDatabase());
        using var office = await Visitor.In(server, "office-director");
        using var unit = new Visitor(server);
        await unit.Do("/join/name", Units.Naming(await office.Link("jiaoyu"), "联络人甲", "联络人乙", "负责人甲"));
        using var list = new ByteArrayContent(Sheets.Of(Sheets.Headings, ["教育局", "联络人", "联络人丙"], ["民政局", "联络人", "联络人甲"], ["民政局", "联络人", "联络人乙"]));
        list.Headers.ContentType = new MediaTypeHeaderValue(ContactLists.ContentType);

        var (_, answer) = await office.Ask(HttpMethod.Post, $"{Units.Campaign}/contacts", list);
        Assert.Equal(["contact.named-by-unit", null, "contact.seat-twice"], answer["rows"]!.AsArray().Select(r => (string?)r!["refusal"]?["code"]));
        using var liaison = await Visitor.Activate(server, (await office.Confirm((await office.Waiting("jiaoyu"))["liaison"]))["slip"]!);
        using var other = await Visitor.Activate(server, (await office.Confirm((await office.Waiting("minzheng"))["liaison"]))["slip"]!);

        Assert.Equal("jiaoyu/liaison", (string?)(await liaison.Get("/session"))["seat"]!["seat"]);
        Assert.Equal("联络人甲", (await office.Roster("minzheng"))["liaison"]);
        using var security = await Visitor.In(server, "security-admin");
        Assert.Contains((await security.Get("/sessions"))["items"]!.AsArray(), s => (string?)s!["login"] == other.Login);
        Assert.Equal(["deputy", "leader"], (await office.Waiting("jiaoyu")).Keys.Order());
    }

    [Fact]
    public async Task Nobody_keeps_a_seat_that_passes_on_at_the_moment_of_the_confirmation()
    {
        await using var server = await TestServer.Start(postgreSql: await postgres.NewDatabase());
        using var office = await Visitor.In(server, "office-director");
        using var unit = new Visitor(server);
        foreach (var id in TestServer.Plan.Units.Select(u => u.Id.Value))
        {
            await unit.Do("/join/name", Units.Naming(await office.Link(id), "联络人甲"));
            var nomination = (await office.Waiting(id))["liaison"];

            await Task.WhenAll(office.Confirm(nomination), server.Do($"{TestServer.Path}/units/{id}/seats/liaison/name", new { holder = "联络人丙" }));

            await server.Drain();
            await using var db = server.Database.OpenToRead();
            Assert.Empty(await db.Appointments.Where(a => a.Seat == $"{id}/liaison" && a.EndedAt == null && a.Holder != null && a.Holder != "联络人丙").ToListAsync(Cancellation));
        }
    }
}
