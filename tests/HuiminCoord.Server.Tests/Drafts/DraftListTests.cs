using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Server.Tests.Drafts;

/// <summary>What drafts there are, for those who share them, and for the board.</summary>
public sealed class DraftListTests(PostgreSqlServer server) : DraftTest(server)
{
    [Theory, EachDatabase]
    public async Task Drafts_are_listed_by_what_their_forms_begin_with(DatabaseProvider provider)
    {
        var book = await Book(provider);
        foreach (var form in new[] { "submit/b/all", "submit/a/all", "submitted", "seats" })
        {
            await book.Save(Liaison, Unit, new DraftForm(form), "1", 0, Cancellation);
        }

        await book.Save(Liaison, DraftOwner.OfSeat(Liaison.Signature), new DraftForm("submit/c/all"), "1", 0, Cancellation);

        Assert.Equal(["submit/a/all", "submit/b/all"], (await book.List(Leader, Unit, "submit/", Cancellation)).Select(d => d.Form));
        Assert.Equal(4, (await book.List(Leader, Unit, cancellation: Cancellation)).Count);
    }

    [Theory, EachDatabase]
    public async Task The_board_sees_what_units_are_filling(DatabaseProvider provider)
    {
        var book = await Book(provider);
        await book.Save(Liaison, Unit, Summary, "1", 0, Cancellation);
        await book.Save(Liaison, Unit, new DraftForm("submit/annual-2020/all"), "1", 0, Cancellation);
        await book.Save(Liaison, Unit, new DraftForm("nominate/liaison/all"), "1", 0, Cancellation);
        await book.Save(Liaison, DraftOwner.OfSeat(Liaison.Signature), Summary, "1", 0, Cancellation);
        Time.Advance(TimeSpan.FromMinutes(1));
        Clock.Set(Clock.Now.AddHours(1));
        await book.Save(Asker("minzheng/liaison", "dora"), DraftOwner.OfUnit(new UnitId("minzheng")), Summary, "1", 0, Cancellation);

        var all = await book.Filling(Campaign, cancellation: Cancellation);

        Assert.Equal(["jiaoyu annual-2020 all", "jiaoyu monthly-2020-09 summary", "minzheng monthly-2020-09 summary"], all.Select(f => $"{f.Unit} {f.Duty} {f.Part}"));
        Assert.Equal((Time.GetUtcNow(), Clock.Now), (all[2].SavedAt, all[2].CampaignAt));
        Assert.Equal(all.Take(2), await book.Filling(Campaign, ["jiaoyu", "weijian"], cancellation: Cancellation));
        Assert.Equal(all.Skip(1), await book.Filling(Campaign, null, ["monthly-2020-09"], Cancellation));
        Assert.Empty(await book.Filling("other-2020", cancellation: Cancellation));
    }
}
