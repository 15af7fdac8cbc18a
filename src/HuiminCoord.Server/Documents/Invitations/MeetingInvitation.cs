namespace HuiminCoord.Server.Documents.Invitations;

/// <summary>A joint meeting as it goes into people's calendars.</summary>
/// <remarks>
/// Texts may hold whatever people type: they are made safe when they are written. Instants may have any offset; calendars show them in
/// Asia/Shanghai, in whole seconds.
/// </remarks>
/// <param name="Uid">Names the meeting for ever, in all of its invitations: calendars find what they have by it. Best an id, an @, and our domain.</param>
/// <param name="Sequence">0 at first, one more each time that people must look at it again (time, place), and once more when it is cancelled.</param>
/// <param name="Method">An update is a request with the same <paramref name="Uid"/> and a higher <paramref name="Sequence"/>.</param>
/// <param name="Stamp">When this version was made. Of two with the same sequence the later one counts.</param>
/// <param name="Start">In 1992 or later: from then on Shanghai is eight hours ahead of UTC all year.</param>
/// <param name="Length">One second or longer.</param>
/// <param name="Title">One line.</param>
/// <param name="Place">One line; empty while it is not known.</param>
/// <param name="Description">May have several lines; empty for none.</param>
/// <param name="Address">Where the meeting stands in our pages, http or https; null for none.</param>
/// <param name="Organizer">Who invites. Without a mail address they get one that reaches nobody, because an invitation must name some address.</param>
/// <param name="Invitees">Those with a mail address are named, each address once.</param>
/// <param name="RemindBefore">How long before the start a calendar reminds, in whole minutes; null leaves it to the calendar. A cancelled meeting reminds nobody.</param>
public sealed record MeetingInvitation(
    string Uid,
    int Sequence,
    InvitationMethod Method,
    DateTimeOffset Stamp,
    DateTimeOffset Start,
    TimeSpan Length,
    string Title,
    string Place,
    string Description,
    string? Address,
    Invitee Organizer,
    IReadOnlyList<Invitee> Invitees,
    TimeSpan? RemindBefore);

/// <summary>Somebody who comes to a meeting, or calls it.</summary>
/// <param name="Name">As people read it; empty when only the address is known.</param>
/// <param name="Mail">One plain address; null when there is none.</param>
public sealed record Invitee(string Name, string? Mail);

/// <summary>What an invitation wants of a calendar (RFC 5546).</summary>
public enum InvitationMethod
{
    /// <summary>Enter the meeting, or change the one that is there.</summary>
    Request,

    /// <summary>The meeting does not take place.</summary>
    Cancel,
}
