using HuiminCoord.Domain.Drafts;

namespace HuiminCoord.Domain.Tests.Drafts;

public sealed class DraftRulesTests
{
    private static readonly DateTimeOffset At = new(2020, 9, 28, 1, 0, 0, TimeSpan.Zero);
    private static readonly DraftMark ByLeader = new(5, "leader", "leader-login", At);

    [Theory]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("{\"rows\":[1,2.5,null,\"\\u0000\"]}")]
    public void Json_is_kept(string body) => Assert.Null(DraftRules.RefuseBody(body));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("plain words")]
    public void Anything_else_is_not(string body) => Assert.Equal("draft.unreadable", DraftRules.RefuseBody(body)?.Code);

    /// <summary>Not as data of an attribute: there it would be whole again.</summary>
    [Fact]
    public void Half_a_character_is_not_kept() => Assert.Equal("draft.unreadable", DraftRules.RefuseBody($"\"half {'\ud83d'}\"")?.Code);

    [Fact]
    public void A_draft_has_at_most_64_KB_of_UTF_8()
    {
        Assert.Null(DraftRules.RefuseBody(Text((64 * 1024) - 2, 'x')));
        Assert.Equal("draft.too-large", DraftRules.RefuseBody(Text((64 * 1024) - 1, 'x'))?.Code);
        Assert.Null(DraftRules.RefuseBody(Text(21_844, '食')));
        Assert.Equal("draft.too-large", DraftRules.RefuseBody(Text(21_846, '食'))?.Code);
    }

    [Fact]
    public void What_was_seen_and_what_is_new_may_be_written()
    {
        Assert.Null(DraftRules.RefuseChange(null, 0, "liaison-login"));
        Assert.Null(DraftRules.RefuseChange(ByLeader, 5, "liaison-login"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    public void What_somebody_else_wrote_unseen_stays_and_is_named(long seen)
    {
        var refusal = DraftRules.RefuseChange(ByLeader, seen, "liaison-login");

        Assert.Equal(("draft.changed", "leader", $"{At:O}"), (refusal?.Code, refusal?.Arguments[0], refusal?.Arguments[1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void One_s_own_newer_text_gives_way(long seen) => Assert.Null(DraftRules.RefuseChange(ByLeader, seen, "leader-login"));

    [Fact]
    public void A_draft_that_was_sent_meanwhile_does_not_come_back_by_itself() => Assert.Equal("draft.gone", DraftRules.RefuseChange(null, 5, "liaison-login")?.Code);

    [Fact]
    public void The_oldest_makes_room_after_ninety_days()
    {
        Assert.Null(DraftRules.RefuseNew(null, At));
        Assert.Equal("draft.too-many", DraftRules.RefuseNew(At, At.AddDays(90))?.Code);
        Assert.Null(DraftRules.RefuseNew(At, At.AddDays(90).AddMilliseconds(1)));
    }

    private static string Text(int characters, char c) => $"\"{new string(c, characters)}\"";
}
