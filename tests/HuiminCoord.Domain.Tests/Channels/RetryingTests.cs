using HuiminCoord.Domain.Channels;

namespace HuiminCoord.Domain.Tests.Channels;

public sealed class RetryingTests
{
    private static readonly Attempt Failed = new("timed-out");

    [Fact]
    public void What_was_taken_is_sent_whatever_came_before() =>
        Assert.Equal(new Verdict(DeliveryOutcomes.Sent, 0, TimeSpan.Zero), Retrying.After(Attempt.Taken, 12, TimeSpan.FromDays(3)));

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(6, 1920)]
    [InlineData(7, 3600)]
    [InlineData(28, 3600)]
    public void Pauses_double_up_to_an_hour(int failedBefore, int seconds) =>
        Assert.Equal(new Verdict(null, failedBefore + 1, TimeSpan.FromSeconds(seconds)), Retrying.After(Failed, failedBefore, TimeSpan.FromHours(1)));

    [Fact]
    public void After_about_a_day_of_attempts_a_message_is_given_up()
    {
        var (failed, waited) = (0, TimeSpan.Zero);
        Verdict verdict;
        while ((verdict = Retrying.After(Failed, failed, null)).Outcome is null)
        {
            (failed, waited) = (verdict.Attempts, waited + verdict.Wait);
        }

        Assert.Equal((DeliveryOutcomes.GivenUp, Retrying.MostAttempts - 1), (verdict.Outcome, failed));
        Assert.InRange(waited.TotalHours, 22, 24);
    }

    [Theory]
    [InlineData(0, 25, null)]
    [InlineData(1, 25, null)]
    [InlineData(2, 25, DeliveryOutcomes.GivenUp)]
    [InlineData(2, 23, null)]
    public void Yesterday_s_messages_get_three_attempts(int failedBefore, int hours, string? outcome) =>
        Assert.Equal(outcome, Retrying.After(Failed, failedBefore, TimeSpan.FromHours(hours)).Outcome);

    [Fact]
    public void A_last_word_is_not_asked_twice() =>
        Assert.Equal(new Verdict(DeliveryOutcomes.GivenUp, 0, TimeSpan.Zero), Retrying.After(new Attempt("smtp-550", Hopeless: true), 0, TimeSpan.Zero));

    [Theory]
    [InlineData(10, 30)]
    [InlineData(600, 600)]
    [InlineData(1_000_000, 3600)]
    [InlineData(-5, 30)]
    public void A_receiver_may_ask_for_more_patience_but_not_for_ever(int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Retrying.After(new Attempt("http-429", Pause: TimeSpan.FromSeconds(asked)), 0, null).Wait);

    [Fact]
    public void A_delivery_id_is_always_the_same_and_nobody_else_s()
    {
        var id = DeliveryId.Of("huimin-2020", "jiaoyu/liaison", 12, ChannelKind.Mail);

        Assert.Equal("f35ac6f0b0f2ece5", id[..16]);
        Assert.Equal(32, id.Length);
        string[] others =
        [
            id, DeliveryId.Of("huimin-2020", "jiaoyu/liaison", 12, ChannelKind.Webhook), DeliveryId.Of("huimin-2020", "jiaoyu/liaison", 13, ChannelKind.Mail),
            DeliveryId.Of("huimin-2020", "jiaoyu/deputy", 12, ChannelKind.Mail), DeliveryId.Of("huimin-2021", "jiaoyu/liaison", 12, ChannelKind.Mail),
            DeliveryId.OfTest("huimin-2020", "jiaoyu/liaison", ChannelKind.Mail, "12"),
        ];
        Assert.Equal(others.Length, others.Distinct().Count());
    }
}
