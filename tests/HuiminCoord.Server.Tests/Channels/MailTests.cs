using HuiminCoord.Domain.Channels;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Channels.Reaching;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>The way to the mail server: its encryption, its sign-in, its sessions, and what people type into titles.</summary>
public sealed class MailTests(PostgreSqlServer server) : ChannelTest(server)
{
    [Fact]
    public async Task A_title_cannot_add_a_header_or_a_recipient()
    {
        await using var mail = new SmtpReceiver();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings(mail));
        await world.SetMail();
        await world.Tell(title: "请报送\r\nBcc: other@example.org\r\n\r\n.\r\nRCPT TO:<other@example.org>\u0085\u2028X-Evil: 1");

        await world.Pass();

        var taken = Assert.Single(mail.Taken);
        Assert.Equal(["From", "Date", "Subject", "Message-Id", "To", "X-HuiminCoord-Delivery", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"], taken.Mail.Headers.Concat(taken.Mail.Body!.Headers).Select(h => h.Field).Distinct());
        Assert.Equal("【联席会议办公室】请报送 Bcc: other@example.org . RCPT TO:<other@example.org> X-Evil: 1", taken.Mail.Subject);
        Assert.Single(mail.Said, line => line.StartsWith("RCPT", StringComparison.Ordinal));
        Assert.DoesNotContain('\n', taken.Text);
    }

    [Fact]
    public async Task A_mail_about_a_meeting_carries_its_calendar_entry_as_it_stands_and_no_other_mail_does()
    {
        await using var mail = new SmtpReceiver();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings(mail));
        await world.SetMail();
        await world.Keep("plenary-1", new MeetingState
        {
            Stage = MeetingStage.Cancelled, Told = 2, ToldAt = new DateTimeOffset(2020, 9, 21, 1, 0, 0, TimeSpan.Zero),
            Arrangement = new("第1次全体会议", new DateTimeOffset(2020, 9, 25, 6, 30, 0, TimeSpan.Zero), 60, "第一会议室", "联席会议召集人", [new("jiaoyu")], []),
        });
        await world.Tell(title: "会议取消：第1次全体会议", kind: "meeting-cancelled", data: """{"meeting":"plenary-1"}""");
        await world.Tell(title: "会议通知：无此会议", kind: "meeting", data: """{"meeting":"plenary-2"}""");
        await world.Tell();

        await world.Pass();

        Assert.Equal(3, mail.Taken.Count);
        var calendar = Assert.IsType<MimeKit.MimePart>(Assert.Single(mail.Taken[0].Mail.Attachments), exactMatch: false);
        Assert.Equal(("text/calendar", "CANCEL", "plenary-1.ics"), (calendar.ContentType.MimeType, calendar.ContentType.Parameters["method"], calendar.FileName));
        using var content = new MemoryStream();
        await calendar.Content!.DecodeToAsync(content, ChannelWorld.Cancellation);
        var text = System.Text.Encoding.UTF8.GetString(content.ToArray());
        Assert.All(["METHOD:CANCEL\r\n", "SEQUENCE:1\r\n", "DTSTART;TZID=Asia/Shanghai:20200925T143000\r\n"], line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.Contains("【联席会议办公室】会议取消：第1次全体会议", mail.Taken[0].Text, StringComparison.Ordinal);
        Assert.All(mail.Taken.Skip(1), m => Assert.Empty(m.Mail.Attachments));
    }

    [Fact]
    public async Task Mails_of_a_wave_share_their_sessions()
    {
        await using var mail = new SmtpReceiver();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings(mail));
        await world.SetMail();
        await world.Tell(10);
        await world.Pass();
        Assert.Equal((10, 1), (mail.Taken.Count, mail.Sessions));

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Tell();
        await world.Pass();

        Assert.Equal((11, 2), (mail.Taken.Count, mail.Sessions));
    }

    [Fact]
    public async Task A_session_that_the_server_has_closed_costs_no_attempt()
    {
        await using var mail = new SmtpReceiver();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings(mail));
        await world.SetMail();
        mail.Reply = m => Task.FromResult<string?>(mail.Taken.Count == 2 ? null : "250 kept");
        await world.Tell();
        await world.Pass();
        await world.Tell();
        await world.Pass();
        Assert.Equal(("broken-off", 1), ((await world.Channel(ChannelKind.Mail)).LastError, (await world.Channel(ChannelKind.Mail)).Attempts));

        world.Time.Advance(TimeSpan.FromSeconds(30));
        await world.Pass();

        // The server had kept the second one before it hung up: the same id tells the double.
        Assert.Equal([(1L, 1), (2L, 2)], (await world.Deliveries()).Select(d => (d.Seq, d.Attempts)));
        Assert.Equal(mail.Taken[1].Mail.MessageId, mail.Taken[2].Mail.MessageId);
        Assert.Equal(3, mail.Taken.Count);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls, false)]
    [InlineData(SmtpSecurity.StartTls, true)]
    [InlineData(SmtpSecurity.Tls, false)]
    public async Task Without_an_encryption_that_can_be_trusted_nothing_is_said(SmtpSecurity security, bool offers)
    {
        await using var mail = new SmtpReceiver { OffersTls = offers };
        var settings = ChannelWorld.Settings(mail);
        await using var world = new ChannelWorld(await NewDatabase(), settings with { Smtp = settings.Smtp! with { Security = security, User = "huimin", Password = "canary-password" } });
        await world.SetMail();
        await world.Tell();

        var pass = world.Pass();
        await Task.WhenAny(pass, world.Until(() => pass.IsCompleted));
        await pass;

        Assert.NotNull((await world.Channel(ChannelKind.Mail)).LastError);
        Assert.Empty(mail.Taken);
        Assert.DoesNotContain(mail.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_sign_in_is_the_operator_s_matter_and_gives_no_message_up()
    {
        await using var mail = new SmtpReceiver { SignIn = "535 no" };
        var settings = ChannelWorld.Settings(mail);
        await using var world = new ChannelWorld(await NewDatabase(), settings with { Smtp = settings.Smtp! with { User = "huimin", Password = "canary-password" } });
        await world.SetMail();
        await world.Tell();

        await world.Pass();

        Assert.Equal(("smtp-sign-in", 0L), ((await world.Channel(ChannelKind.Mail)).LastError, (await world.Channel(ChannelKind.Mail)).Cursor));
        Assert.DoesNotContain(world.Log.Lines, l => l.Contains("canary", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("jia@example.org", true)]
    [InlineData("jia+huimin@mail.example.org", true)]
    [InlineData("jia@example.org\r\nBcc: other@example.org", false)]
    [InlineData("jia@example.org,other@example.org", false)]
    [InlineData("甲 <jia@example.org>", false)]
    [InlineData("<jia@example.org>", false)]
    [InlineData("jia@[127.0.0.1]", false)]
    [InlineData("\"jia\"@example.org", false)]
    [InlineData("jia", false)]
    [InlineData("@example.org", false)]
    [InlineData("jia@", false)]
    [InlineData("jia @example.org", false)]
    public void Only_one_plain_address_is_an_address(string text, bool plain) => Assert.Equal(plain, MailAddresses.IsAddress(text));

    [Theory]
    [InlineData("jia@example.org", true)]
    [InlineData("jia@mail.Example.com", true)]
    [InlineData("jia@kill.test", true)]
    [InlineData("jia@myexample.org", false)]
    [InlineData("jia@example.org.cn", false)]
    public void A_rehearsal_knows_the_names_that_are_nobody_s(string address, bool nobodys) => Assert.Equal(nobodys, MailAddresses.IsNobodys(address));
}
