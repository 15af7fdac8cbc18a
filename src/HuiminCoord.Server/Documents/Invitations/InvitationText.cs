using System.Globalization;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Server.Documents.Invitations;

/// <summary>Writes invitations as calendars read them: <c>text/calendar; charset=utf-8</c> (RFC 5545, RFC 5546).</summary>
/// <remarks>
/// The same invitation gives the same bytes. Written by hand: the library that reads it in our tests lets line breaks in names through,
/// keeps control characters, and leaves the description of the zone empty.
/// </remarks>
public static class InvitationText
{
    /// <summary>Stands for an organizer without an address; its domain belongs to nobody (RFC 2606), so no answer can go astray.</summary>
    internal const string Nobody = "nobody@huimincoord.invalid";

    private const string Zone = "Asia/Shanghai";

    /// <summary>The zone since summer time ended for good: calendars need not know it themselves.</summary>
    private static readonly string[] ZoneLines =
    [
        "BEGIN:VTIMEZONE", $"TZID:{Zone}", "BEGIN:STANDARD", "DTSTART:19910915T020000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>Writes one invitation.</summary>
    /// <returns>UTF-8 without a byte order mark; lines end in CR LF and have 75 bytes at most.</returns>
    /// <exception cref="ArgumentException">
    /// Nothing can be read in the uid, the address is neither http nor https, the sequence or the time of the reminder is negative, the
    /// meeting lasts less than a second, or it starts before 1992 or ends after the year 9999.
    /// </exception>
    public static byte[] Write(MeetingInvitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        Require(invitation);
        var lines = new FoldedLines();
        lines.Add("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//HuiminCoord//Meeting Invitations//EN", "CALSCALE:GREGORIAN", $"METHOD:{Method(invitation)}");
        lines.Add(ZoneLines);
        lines.Add([.. Event(invitation)]);
        lines.Add("END:VCALENDAR");
        return lines.ToBytes();
    }

    /// <summary>What the file wants: <c>REQUEST</c>, <c>CANCEL</c>, or <c>PUBLISH</c>. A mail's content type repeats it: <c>text/calendar; method=REQUEST; charset=utf-8</c>.</summary>
    /// <remarks>A request must name somebody who is asked; where nobody has an address it is a notice.</remarks>
    public static string Method(MeetingInvitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return invitation.Method == InvitationMethod.Cancel ? "CANCEL" : Named(invitation).Any() ? "REQUEST" : "PUBLISH";
    }

    private static void Require(MeetingInvitation invitation)
    {
        ArgumentException.ThrowIfNullOrEmpty(CalendarWords.Line(invitation.Uid), nameof(invitation));
        ArgumentOutOfRangeException.ThrowIfNegative(invitation.Sequence, nameof(invitation));
        ArgumentOutOfRangeException.ThrowIfLessThan(invitation.Length, TimeSpan.FromSeconds(1), nameof(invitation));
        ArgumentOutOfRangeException.ThrowIfLessThan(invitation.RemindBefore ?? TimeSpan.Zero, TimeSpan.Zero, nameof(invitation));
        ArgumentOutOfRangeException.ThrowIfLessThan(invitation.Start, ChinaTime.StartOf(new DateOnly(1992, 1, 1)), nameof(invitation));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(invitation.Length, DateTimeOffset.MaxValue - ChinaTime.Offset - invitation.Start, nameof(invitation));
    }

    private static IEnumerable<string> Event(MeetingInvitation invitation)
    {
        var cancelled = invitation.Method == InvitationMethod.Cancel;
        return
        [
            "BEGIN:VEVENT",
            $"UID:{CalendarWords.Text(CalendarWords.Line(invitation.Uid))}",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{invitation.Sequence}"),
            string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{invitation.Stamp.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"),
            $"DTSTART;TZID={Zone}:{Local(invitation.Start)}",
            $"DTEND;TZID={Zone}:{Local(invitation.Start + invitation.Length)}",
            $"SUMMARY:{Title(invitation)}",
            .. Some("LOCATION:", CalendarWords.Text(CalendarWords.Line(invitation.Place))),
            .. Some("DESCRIPTION:", CalendarWords.Text(CalendarWords.Lines(invitation.Description))),
            .. Some("URL:", CalendarWords.WebAddress(invitation.Address)),
            Person("ORGANIZER", CalendarWords.HasMail(invitation.Organizer.Mail) ? invitation.Organizer : invitation.Organizer with { Mail = Nobody }, ""),
            .. Named(invitation).Select(i => Person("ATTENDEE", i, ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE")),
            $"STATUS:{(cancelled ? "CANCELLED" : "CONFIRMED")}",
            "TRANSP:OPAQUE",
            .. cancelled || invitation.RemindBefore is not { } before ? [] : Reminder(invitation, before),
            "END:VEVENT",
        ];
    }

    private static IEnumerable<Invitee> Named(MeetingInvitation invitation) =>
        invitation.Invitees.Where(i => CalendarWords.HasMail(i.Mail)).DistinctBy(i => i.Mail!.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Minutes even where they make days: all calendars read them.</summary>
    private static string[] Reminder(MeetingInvitation invitation, TimeSpan before) =>
    [
        "BEGIN:VALARM", "ACTION:DISPLAY", $"DESCRIPTION:{Title(invitation)}",
        string.Create(CultureInfo.InvariantCulture, $"TRIGGER:-PT{(long)before.TotalMinutes}M"), "END:VALARM",
    ];

    private static string Person(string property, Invitee person, string role)
    {
        var name = CalendarWords.Quoted(CalendarWords.Line(person.Name));
        return $"{property}{(name.Length > 0 ? $";CN={name}" : "")}{role}:{CalendarWords.MailAddress(person.Mail!)}";
    }

    private static string Title(MeetingInvitation invitation) => CalendarWords.Text(CalendarWords.Line(invitation.Title));

    private static string[] Some(string property, string value) => value.Length > 0 ? [property + value] : [];

    private static string Local(DateTimeOffset instant) => instant.ToOffset(ChinaTime.Offset).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
