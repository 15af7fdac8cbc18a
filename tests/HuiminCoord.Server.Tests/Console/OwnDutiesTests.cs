namespace HuiminCoord.Server.Tests.Console;

/// <summary>The office's workbench names what it owes itself, and leads to where it is done.</summary>
public sealed class OwnDutiesTests
{
    [Fact]
    public async Task A_table_that_is_to_go_upward_and_a_bulletin_that_is_to_be_issued_stand_there_until_they_are_done()
    {
        await using var server = await TestServer.Start(forms: true);
        await Api.DistrictTableTests.HandIn(server, "scjg", "3");
        await server.RunUntil(new DateOnly(2020, 10, 12), 10);
        using var office = await PageVisitor.In(server, "office-staff");
        var before = await office.Get("/home");
        Assert.Contains("1期汇总表待报市级", before.Text, StringComparison.Ordinal);
        Assert.Contains("1期工作通报待印发", before.Text, StringComparison.Ordinal);
        Assert.Equal(2, before.Document.QuerySelectorAll("a[href='/district?duty=monthly-2020-09']").Length);

        await server.Do($"{TestServer.Path}/district-tables/monthly-2020-09/send-upward", new { note = "" });
        await server.Drain();
        Assert.DoesNotContain("汇总表待报市级", (await office.Get("/home")).Text, StringComparison.Ordinal);
    }
}
