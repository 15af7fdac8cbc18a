using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Onboarding;

/// <summary>However often and whenever the office confirms: one account, one seat.</summary>
public sealed class ConfirmingOnceTests(OfficeServer fixture) : IClassFixture<OfficeServer>
{
    private readonly TestServer _server = fixture.Server;
    private readonly Visitor _office = fixture.Office;
    private readonly Visitor _unit = fixture.Stranger;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confirmed_twice_at_the_same_moment_there_is_one_account()
    {
        var nomination = (await Named("chengguan", "联络人甲"))["liaison"];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _office.Confirm(nomination)));

        await OneAccountWithOneSeat("chengguan");
    }

    [Theory]
    [InlineData("jiaoyu", false)]
    [InlineData("wenlv", true)]
    public async Task An_id_that_another_confirming_holds_is_not_taken_from_it(string unit, bool loginsGiven)
    {
        var nomination = (await Named(unit, "联络人甲"))["liaison"];
        var id = (string)nomination["nomination"]!;

        // What is there while another server has reserved the account and not yet made it.
        await _server.Database.Write((db, token) => db.Nominations.Where(n => n.Id == id).ExecuteUpdateAsync(n => n.SetProperty(r => r.Account, $"held-for-{unit}"), token), Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => _office.Confirm(nomination, loginsGiven ? $"{unit}.n{n}" : null)));

        Assert.Equal($"held-for-{unit}", await OneAccountWithOneSeat(unit));
    }

    [Fact]
    public async Task Slips_asked_for_at_the_same_moment_are_all_answered_and_the_last_one_opens()
    {
        var nomination = (await Named("weijian", "联络人甲"))["liaison"];
        await _office.Confirm(nomination);

        var slips = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _office.Confirm(nomination)));

        Assert.All(slips, slip => Assert.NotNull(slip["slip"]));
        var last = (await _office.Confirm(nomination))["slip"]!;
        using var liaison = await Visitor.Activate(_server, last);
    }

    private async Task<string> OneAccountWithOneSeat(string unit)
    {
        await using var db = _server.Database.OpenToRead();
        var account = await db.Accounts.SingleAsync(a => a.Name == "联络人甲" && a.UserName.StartsWith(unit), Cancellation);
        Assert.Equal(1, await db.Appointments.CountAsync(a => a.Account == account.Id && a.EndedAt == null, Cancellation));
        return account.Id;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_crash_confirming_goes_on_where_it_stopped(bool accountWasMade)
    {
        var unit = accountWasMade ? "zhengfuban" : "scjg";
        var nomination = (await Named(unit, "联络人甲"))["liaison"];
        var (id, account) = ((string)nomination["nomination"]!, "never-made");
        if (accountWasMade)
        {
            await _office.Confirm(nomination, $"{unit}.jia");
            account = null;
        }

        // What is there when the process dies after the account's transaction and before the seat's.
        await _server.Database.Write(
            async (db, token) =>
            {
                await db.Nominations.Where(n => n.Id == id).ExecuteUpdateAsync(n => n.SetProperty(r => r.Stage, "waiting").SetProperty(r => r.Account, r => account ?? r.Account), token);
                await db.Appointments.Where(a => a.Seat == $"{unit}/liaison" && a.Holder != null).ExecuteDeleteAsync(token);
            },
            Cancellation);

        var confirmed = await _office.Confirm(nomination, accountWasMade ? null : $"{unit}.jia");

        Assert.Equal($"{unit}.jia", (string?)confirmed["slip"]!["login"]);
        using var liaison = await Visitor.Activate(_server, confirmed["slip"]!);
        await using var read = _server.Database.OpenToRead();
        Assert.Equal(1, await read.Accounts.CountAsync(a => a.Name == "联络人甲" && a.UserName.StartsWith(unit), Cancellation));
    }

    private async Task<IReadOnlyDictionary<string, JsonNode>> Named(string unit, string liaison)
    {
        await _unit.Do("/join/name", Units.Naming(await _office.Link(unit), liaison));
        return await _office.Waiting(unit);
    }
}
