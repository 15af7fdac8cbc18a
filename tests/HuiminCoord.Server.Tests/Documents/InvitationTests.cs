using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Documents.Invitations;
using static HuiminCoord.Server.Tests.Documents.InvitationSample;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>The bytes of an invitation: every line of an ordinary one, and what no text of people's can do to them.</summary>
public sealed partial class InvitationTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    [Fact]
    public void An_invitation_is_these_lines() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//HuiminCoord//Meeting Invitations//EN
        CALSCALE:GREGORIAN
        METHOD:REQUEST
        BEGIN:VTIMEZONE
        TZID:Asia/Shanghai
        BEGIN:STANDARD
        DTSTART:19910915T020000
        TZOFFSETFROM:+0900
        TZOFFSETTO:+0800
        TZNAME:CST
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:meeting-2020-10@huimin.example
        SEQUENCE:0
        DTSTAMP:20200922T080509Z
        DTSTART;TZID=Asia/Shanghai:20201012T143000
        DTEND;TZID=Asia/Shanghai:20201012T160000
        SUMMARY:联席会议第二次全体会议
        LOCATION:区政府三楼会议室
        DESCRIPTION:一、通报进展；\n二、议定事项。
        URL:https://huimin.example/meetings/2020-10
        ORGANIZER;CN="联席会议办公室":mailto:office@huimin.example
        ATTENDEE;CN="民政局 张三";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;R
         SVP=FALSE:mailto:zhang@huimin.example
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:联席会议第二次全体会议
        TRIGGER:-PT60M
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        Strict.GetString(InvitationText.Write(Meeting)));

    [Fact]
    public void An_update_is_the_same_meeting_with_a_higher_sequence()
    {
        var (first, second) = (Lines(Meeting), Lines(Meeting with { Sequence = 1, Stamp = Meeting.Stamp.AddDays(1), Start = Meeting.Start.AddHours(1), Place = "" }));

        Assert.Equal(["SEQUENCE:1", "DTSTAMP:20200923T080509Z", "DTSTART;TZID=Asia/Shanghai:20201012T153000", "DTEND;TZID=Asia/Shanghai:20201012T170000"], second.Except(first));
        Assert.Equal(["SEQUENCE:0", "DTSTAMP:20200922T080509Z", "DTSTART;TZID=Asia/Shanghai:20201012T143000", "DTEND;TZID=Asia/Shanghai:20201012T160000", "LOCATION:区政府三楼会议室"], first.Except(second));
        Assert.Contains("UID:meeting-2020-10@huimin.example", second);
    }

    [Fact]
    public void A_cancelled_meeting_says_so_and_reminds_nobody()
    {
        var (first, last) = (Lines(Meeting), Lines(Meeting with { Sequence = 2, Method = InvitationMethod.Cancel }));

        Assert.Equal(["METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED"], last.Except(first));
        Assert.Equal(["METHOD:REQUEST", "SEQUENCE:0", "STATUS:CONFIRMED", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:联席会议第二次全体会议", "TRIGGER:-PT60M", "END:VALARM"], first.Except(last));
    }

    [Fact]
    public void Where_nobody_has_a_mail_address_it_is_a_notice_and_answers_reach_nobody()
    {
        var meeting = Meeting with { Organizer = new("办公室", " "), Invitees = [new("李四", null)] };

        var lines = Lines(meeting);
        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains("ORGANIZER;CN=\"办公室\":mailto:nobody@huimincoord.invalid", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.Equal("CANCEL", InvitationText.Method(meeting with { Method = InvitationMethod.Cancel }));
    }

    [Fact]
    public void An_address_is_asked_once_and_nothing_in_it_means_anything()
    {
        var lines = Lines(Meeting with { Invitees = [new("甲", "A@example.org"), new("", "b;c:\"d\r\n?@e@example.org"), new("乙", "a@example.org ")] });

        Assert.Equal(
            ["ATTENDEE;CN=\"甲\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:A@example.org", "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:b%3Bc%3A%22d%0D%0A%3F%40e@example.org"],
            lines.Where(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a, b; c\\d: \"e\"", @"a\, b\; c\\d: ""e""")]
    [InlineData("\r\n a\r\nX-EVIL:1\u2028b\u0085c\td\u3000 e ", "a X-EVIL:1 b c d e")]
    [InlineData("a\0b\u007F\u009F\u202Ec\uFEFF", "abc")]
    public void A_title_is_one_line_of_what_can_be_seen(string title, string written) => Assert.Contains($"SUMMARY:{written}", Lines(Meeting with { Title = title }));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Contains("SUMMARY:半\uFFFD个😀", Lines(Meeting with { Title = "半\uD83D个😀" }));

    [Fact]
    public void A_description_keeps_its_lines() =>
        Assert.Contains(@"DESCRIPTION:一\n\n二\nEND:VEVENT\n三\\n", Lines(Meeting with { Description = "\n一\r\n\r二\u2029END:VEVENT\u000C三\\n\n" }));

    [Fact]
    public void A_name_holds_nothing_that_begins_a_sign() =>
        Assert.Contains("ORGANIZER;CN=\"张＂三＂:;＾n＼N X:1\":mailto:a@example.org", Lines(Meeting with { Organizer = new("张\"三\":;^n\\N\r\nX:1", "a@example.org") }));

    [Theory]
    [InlineData("https://huimin.example/会\r\nX:1", "https://huimin.example/%E4%BC%9A%0D%0AX:1")]
    [InlineData(null, null)]
    public void An_address_of_a_page_is_written_in_ascii(string? address, string? written) =>
        Assert.Equal(written is null ? [] : new[] { $"URL:{written}" }, Lines(Meeting with { Address = address }).Where(l => l.StartsWith("URL", StringComparison.Ordinal)));

    [Fact]
    public void What_is_no_invitation_is_refused() => Assert.All(
        [
            Meeting with { Uid = " \r\n\u200B" }, Meeting with { Sequence = -1 }, Meeting with { Length = TimeSpan.Zero }, Meeting with { RemindBefore = TimeSpan.FromMinutes(-1) },
            Meeting with { Address = "" }, Meeting with { Address = "/meetings/1" }, Meeting with { Address = "javascript:alert(1)" }, Meeting with { Address = "file:///etc/passwd" },
            Meeting with { Start = ChinaTime.At(new(1991, 12, 31), new(23, 59)) }, Meeting with { Start = DateTimeOffset.MaxValue }, Meeting with { Length = TimeSpan.MaxValue },
        ],
        wrong => Assert.ThrowsAny<ArgumentException>(() => InvitationText.Write(wrong)));

    [Fact]
    public void Whatever_people_type_lines_stay_short_whole_and_the_ones_that_are_meant() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Hostile.ToArbitrary(), meeting =>
        {
            var (bytes, lines) = (InvitationText.Write(meeting), Lines(meeting));
            // Latin-1 makes a character of each byte: pieces are split as bytes, and each must be whole characters by itself.
            var pieces = Encoding.Latin1.GetString(bytes).Split("\r\n");
            Assert.All(pieces, piece => Assert.InRange(piece.Length, 0, 75));
            Assert.All(pieces, piece => Assert.Equal(piece, Encoding.Latin1.GetString(Strict.GetBytes(Strict.GetString(Encoding.Latin1.GetBytes(piece))))));
            Assert.All(lines, line => Assert.Matches(ContentLine(), line));
            Assert.Equal(["VCALENDAR", "VTIMEZONE", "STANDARD", "VEVENT", .. meeting.Method == InvitationMethod.Cancel ? Array.Empty<string>() : ["VALARM"]], lines.Where(l => l.StartsWith("BEGIN:", StringComparison.Ordinal)).Select(l => l[6..]));
            Assert.Equal(3, lines.Count(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal)));
        }));

    private static string[] Lines(MeetingInvitation meeting) =>
        Strict.GetString(InvitationText.Write(meeting)).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A line of RFC 5545: a name, what stands beside it, and a value; no control character anywhere.</summary>
    [GeneratedRegex("""^[A-Z-]+(;[A-Z-]+=("[^"\p{Cc}]+"|[^";:,\p{Cc}]+))*:[^\p{Cc}]*\z""")]
    private static partial Regex ContentLine();
}
