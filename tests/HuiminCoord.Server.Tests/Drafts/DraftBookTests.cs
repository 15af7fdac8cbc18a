using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Drafts;

namespace HuiminCoord.Server.Tests.Drafts;

/// <summary>Drafts on both databases: nobody's words are lost, and nobody's words overwrite another's.</summary>
public sealed class DraftBookTests(PostgreSqlServer server) : DraftTest(server)
{
    [Theory, EachDatabase]
    public async Task What_one_typed_is_there_for_everybody_who_shares_it(DatabaseProvider provider)
    {
        var book = await Book(provider);

        var saved = await book.Save(Liaison, Unit, Summary, """{"text":"本月检查"}""", 0, Cancellation);
        var found = await book.Find(Leader, Unit, Summary, Cancellation);

        Assert.Null(saved.Refusal);
        Assert.Equal(saved.Stands, found);
        Assert.Equal(new Draft(new DraftHead(Summary.Text, 1, Time.GetUtcNow(), "jiaoyu/liaison@anna", Clock.Now), """{"text":"本月检查"}"""), found);
        Assert.Null(await book.Find(Leader, Unit, new DraftForm("submit/monthly-2020-09/table"), Cancellation));
        Assert.Null(await book.Find(Asker("jiaoyu/liaison", "anna", "other-2020"), Unit, Summary, Cancellation));
    }

    [Theory, EachDatabase]
    public async Task What_somebody_else_wrote_meanwhile_is_answered_and_stays(DatabaseProvider provider)
    {
        var book = await Book(provider);
        await book.Save(Liaison, Unit, Summary, "1", 0, Cancellation);
        Time.Advance(TimeSpan.FromMinutes(5));
        await book.Save(Leader, Unit, Summary, "2", 1, Cancellation);

        var refused = await book.Save(Liaison, Unit, Summary, "3", 1, Cancellation);
        var kept = await book.Discard(Liaison, Unit, Summary, 1, Cancellation);
        var after = await book.Find(Liaison, Unit, Summary, Cancellation);
        var compared = await book.Save(Liaison, Unit, Summary, "23", refused.Stands!.Head.Version, Cancellation);

        Assert.Equal(("draft.changed", "2", "jiaoyu/leader@berta", (long?)2), (refused.Refusal?.Code, refused.Stands.Body, refused.Stands.Head.SavedBy, after?.Head.Version));
        Assert.Equal("单位负责同志已于2026-03-02 09:05保存了这份内容，您所填的没有覆盖它。请对照两份内容后再保存。", RefusalWords.Say(refused.Refusal!, Language.Chinese).Detail);
        Assert.Equal(("draft.changed", "2"), (kept.Refusal?.Code, kept.Stands?.Body));
        Assert.Equal((null, "23", null), (compared.Refusal, compared.Stands?.Body, compared.Replaced));
    }

    [Theory, EachDatabase]
    public async Task One_s_own_text_of_another_window_gives_way_and_is_answered(DatabaseProvider provider)
    {
        var book = await Book(provider);
        await book.Save(Liaison, Unit, Summary, "1", 0, Cancellation);

        // Its answer may have been lost with the connection.
        var again = await book.Save(Liaison, Unit, Summary, "2", 0, Cancellation);
        var next = await book.Save(Liaison, Unit, Summary, "3", again.Stands!.Head.Version, Cancellation);

        Assert.Equal((null, "2", "1"), (again.Refusal, again.Stands.Body, again.Replaced?.Body));
        Assert.Equal((null, "3", null), (next.Refusal, next.Stands?.Body, next.Replaced));
    }

    [Theory, EachDatabase]
    public async Task A_draft_that_was_sent_is_gone_and_its_version_does_not_come_back(DatabaseProvider provider)
    {
        var book = await Book(provider);
        var first = await book.Save(Liaison, Unit, Summary, "1", 0, Cancellation);
        var sent = await book.Discard(Leader, Unit, Summary, first.Stands!.Head.Version, Cancellation);

        var late = await book.Save(Liaison, Unit, Summary, "2", first.Stands.Head.Version, Cancellation);
        var anew = await book.Save(Leader, Unit, Summary, "3", 0, Cancellation);
        var later = await book.Save(Liaison, Unit, Summary, "4", first.Stands.Head.Version, Cancellation);

        Assert.Equal(new DraftAnswer(null, null, null), sent);
        Assert.Equal(("draft.gone", null), (late.Refusal?.Code, late.Stands));
        Assert.True(anew.Stands!.Head.Version > first.Stands.Head.Version);
        Assert.Equal(("draft.changed", "3"), (later.Refusal?.Code, later.Stands?.Body));
        Assert.Equal(new DraftAnswer(null, null, null), await book.Discard(Leader, Unit, new DraftForm("nothing"), 0, Cancellation));
    }

    [Theory, EachDatabase]
    public async Task Of_many_who_began_from_the_same_version_one_is_kept_and_all_others_know_it(DatabaseProvider provider)
    {
        var book = await Book(provider);
        await book.Save(Liaison, Unit, Summary, "0", 0, Cancellation);

        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(() => book.Save(Asker("jiaoyu/deputy", $"person-{(char)('a' + i)}"), Unit, Summary, $"{i}", 1, Cancellation))));

        var kept = Assert.Single(answers, a => a.Refusal is null);
        Assert.Equal(kept.Stands, await book.Find(Liaison, Unit, Summary, Cancellation));
        Assert.All(answers.Except([kept]), a => Assert.Equal(("draft.changed", kept.Stands), (a.Refusal?.Code, a.Stands)));
    }

    [Theory, EachDatabase]
    public async Task Two_hundred_drafts_are_kept_and_the_oldest_goes_when_nobody_came_back_for_ninety_days(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var book = new DraftBook(database, Clock, Time);
        await Fill(database, DraftRules.MostPerOwner);
        Time.Advance(TimeSpan.FromDays(90));

        var refused = await book.Save(Liaison, Unit, Summary, "1", 0, Cancellation);
        var old = await book.Save(Liaison, Unit, new DraftForm("filled/7"), "2", 8, Cancellation);
        var elsewhere = await book.Save(Office, DraftOwner.Office, Summary, "1", 0, Cancellation);
        Time.Advance(TimeSpan.FromSeconds(1));
        var made = await book.Save(Liaison, Unit, Summary, "1", 0, Cancellation);

        Assert.Equal(("draft.too-many", null), (refused.Refusal?.Code, refused.Stands));
        Assert.Equal((null, null, null), (old.Refusal, elsewhere.Refusal, made.Refusal));
        var forms = (await book.List(Liaison, Unit, cancellation: Cancellation)).Select(d => d.Form).ToHashSet();
        Assert.Equal((DraftRules.MostPerOwner, false, true), (forms.Count, forms.Contains("filled/0"), forms.Contains("filled/1")));
    }

    [Theory, EachDatabase]
    public async Task What_lasts_takes_no_place_and_makes_none(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        var book = new DraftBook(database, Clock, Time);
        var written = DraftForm.OfSummary(new DutyId("monthly-2020-09"), "work");
        await book.Save(Liaison, Unit, written, "1", 0, Cancellation);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Fill(database, DraftRules.MostPerOwner);
        Time.Advance(TimeSpan.FromDays(91));

        var second = await book.Save(Liaison, Unit, DraftForm.OfSummary(new DutyId("monthly-2020-09"), "cases"), "1", 0, Cancellation);
        var made = await book.Save(Liaison, Unit, Summary, "1", 0, Cancellation);

        Assert.Equal((null, null), (second.Refusal, made.Refusal));
        Assert.NotNull(await book.Find(Liaison, Unit, written, Cancellation));
        Assert.Null(await book.Find(Liaison, Unit, new DraftForm("filled/0"), Cancellation));
        Assert.Equal(DraftRules.MostPerOwner + 2, (await book.List(Liaison, Unit, cancellation: Cancellation)).Count);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_kept_leaves_the_draft_as_it_was(DatabaseProvider provider)
    {
        var book = await Book(provider);
        var stands = (await book.Save(Liaison, Unit, Summary, "1", 0, Cancellation)).Stands;

        var unreadable = await book.Save(Liaison, Unit, Summary, "{", 1, Cancellation);
        var large = await book.Save(Liaison, Unit, Summary, $"\"{new string('x', DraftRules.LargestBody)}\"", 1, Cancellation);

        Assert.Equal(("draft.unreadable", "draft.too-large"), (unreadable.Refusal?.Code, large.Refusal?.Code));
        Assert.Equal((stands, stands, stands), (unreadable.Stands, large.Stands, await book.Find(Liaison, Unit, Summary, Cancellation)));
    }

    [Fact]
    public async Task Others_drafts_are_denied()
    {
        var book = await Book(DatabaseProvider.Sqlite);
        await book.Save(Liaison, Unit, Summary, "1", 0, Cancellation);

        foreach (var stranger in new[] { Office, Asker("minzheng/liaison", "dora"), Asker("group", "emma") })
        {
            var refusals = new[]
            {
                await Assert.ThrowsAsync<RefusedException>(() => book.Save(stranger, Unit, Summary, "2", 1, Cancellation)),
                await Assert.ThrowsAsync<RefusedException>(() => book.Find(stranger, Unit, Summary, Cancellation)),
                await Assert.ThrowsAsync<RefusedException>(() => book.List(stranger, Unit, "", Cancellation)),
                await Assert.ThrowsAsync<RefusedException>(() => book.Discard(stranger, Unit, Summary, 1, Cancellation)),
            };
            Assert.All(refusals, r => Assert.Equal("access.denied", r.Refusal.Code));
        }

        Assert.Equal("1", (await book.Find(Liaison, Unit, Summary, Cancellation))?.Body);
    }

    /// <summary>The first one a second before the others.</summary>
    private Task Fill(CoordinationDatabase database, int count) => database.Write(async (db, token) =>
    {
        db.Drafts.AddRange(Enumerable.Range(0, count).Select(i => new DraftRow
        {
            Campaign = Campaign, Owner = Unit.Text, Form = $"filled/{i}", Version = i + 1, Body = "1", SavedBy = Liaison.Signature, CampaignAt = Clock.Now,
            SavedAt = Time.GetUtcNow().AddSeconds(i == 0 ? 0 : 1),
        }));
        for (var i = 0; i < count; i++)
        {
            await HuiminCoord.Server.Drafts.DraftRows.TakeTurn(db, Campaign, Unit.Text, token);
        }
    });
}
