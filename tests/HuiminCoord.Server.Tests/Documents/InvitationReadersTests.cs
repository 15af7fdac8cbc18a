using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Server.Documents.Invitations;
using Ical.Net;
using static HuiminCoord.Server.Tests.Documents.InvitationSample;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>Two readers that know nothing of us or of each other see the meeting that was meant: Ical.Net, and ical.js (<c>tests/invitations</c>).</summary>
public sealed class InvitationReadersTests
{
    private static readonly NodeFolder Folder = new("invitations");

    [Fact]
    public void Ical_Net_sees_the_meeting() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Hostile.ToArbitrary(), meeting =>
        {
            var calendar = Calendar.Load(Encoding.UTF8.GetString(InvitationText.Write(meeting)))!;
            var shown = Assert.Single(calendar.Events);

            Assert.Equal((meeting.Start.UtcDateTime, meeting.Start.UtcDateTime + meeting.Length), (shown.Start!.AsUtc, shown.End!.AsUtc));
            Assert.Equal((InvitationText.Method(meeting), meeting.Sequence), (calendar.Method, shown.Sequence));
            Assert.Equal((CalendarWords.Line(meeting.Title), CalendarWords.Lines(meeting.Description)), (shown.Summary, shown.Description ?? ""));
            Assert.Equal(meeting.Method == InvitationMethod.Cancel ? 0 : 1, shown.Alarms.Count);
            Assert.Equal(meeting.Invitees.Select(Address), shown.Attendees.Select(a => a.Value!.OriginalString));
        }));

    /// <summary>The second reader believes the file's own description of the zone, wherever the machine stands.</summary>
    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    public async Task Ical_js_sees_the_meeting_strictly(string machineZone)
    {
        MeetingInvitation[] meetings = [Meeting, Meeting with { Method = InvitationMethod.Cancel, Sequence = 1 }, Meeting with { Invitees = [], RemindBefore = null }, .. Hostile.Sample(200, 40)];
        var folder = Directory.CreateTempSubdirectory("invitations");
        try
        {
            foreach (var (number, meeting) in meetings.Index())
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{number:D5}.ics"), InvitationText.Write(meeting), TestContext.Current.CancellationToken);
            }

            Assert.Equal(meetings.Select(Expected), await Shown(folder.FullName, machineZone));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Ical_js_reads_no_broken_file()
    {
        var folder = Directory.CreateTempSubdirectory("invitations");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "broken.ics"), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\nb\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", TestContext.Current.CancellationToken);

            await Folder.Installed;
            var (code, said) = await Folder.Run("node", "read.mjs", folder.FullName);
            Assert.NotEqual(0, code);
            Assert.Contains("invalid line", said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IEnumerable<string>> Shown(string folder, string machineZone)
    {
        await Folder.Installed;
        var start = new System.Diagnostics.ProcessStartInfo("node", ["read.mjs", folder]);
        start.Environment["TZ"] = machineZone;
        var (code, said) = await Folder.Run(start);
        Assert.True(code == 0, said);
        return JsonSerializer.Deserialize<JsonElement[]>(said)!.Select(shown => JsonSerializer.Serialize(shown));
    }

    private static string Expected(MeetingInvitation meeting) => JsonSerializer.Serialize(new
    {
        method = InvitationText.Method(meeting),
        uid = CalendarWords.Line(meeting.Uid),
        sequence = meeting.Sequence,
        stamp = Utc(meeting.Stamp),
        start = Utc(meeting.Start),
        end = Utc(meeting.Start + meeting.Length),
        title = CalendarWords.Line(meeting.Title),
        place = CalendarWords.Line(meeting.Place),
        description = CalendarWords.Lines(meeting.Description),
        address = CalendarWords.WebAddress(meeting.Address),
        status = meeting.Method == InvitationMethod.Cancel ? "CANCELLED" : "CONFIRMED",
        organizer = Person(meeting.Organizer),
        invitees = meeting.Invitees.Where(i => i.Mail is not null).Select(Person),
        remindBefore = meeting.RemindBefore is { } before && meeting.Method == InvitationMethod.Request ? new[] { -60 * (long)before.TotalMinutes } : [],
        properties = Properties(meeting),
    });

    private static IEnumerable<string> Properties(MeetingInvitation meeting) =>
    [
        "uid", "sequence", "dtstamp", "dtstart", "dtend", "summary", .. CalendarWords.Line(meeting.Place).Length > 0 ? ["location"] : Array.Empty<string>(),
        .. CalendarWords.Lines(meeting.Description).Length > 0 ? ["description"] : Array.Empty<string>(), "url", "organizer",
        .. meeting.Invitees.Where(i => i.Mail is not null).Select(_ => "attendee"), "status", "transp",
    ];

    private static object Person(Invitee person) => new { name = CalendarWords.Quoted(CalendarWords.Line(person.Name)).Trim('"') is { Length: > 0 } name ? name : null, address = Address(person) };

    private static string Address(Invitee person) => CalendarWords.MailAddress(person.Mail!);

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", System.Globalization.CultureInfo.InvariantCulture);
}
