namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>An inbox message as it leaves the system: title, date and link.</summary>
/// <param name="Id">The same on every attempt.</param>
/// <param name="Seq">Its place in the inbox; 0 for a test.</param>
/// <param name="Kind">As in the inbox; <c>test</c> for a test.</param>
/// <param name="At">Campaign time.</param>
/// <param name="Due">报送时限 or 修改时限 of what it is about.</param>
/// <param name="Subject">The signed title, one line.</param>
/// <param name="Text">All of it, one line.</param>
/// <param name="Invitation">What a calendar takes in; mails carry it. Null = none.</param>
internal sealed record OutsideMessage(
    string Id, string Campaign, string Recipient, long Seq, string Kind, DateTimeOffset At, string Title, DateOnly? Due, string? Link, string Subject, string Text, OutsideInvitation? Invitation = null);

/// <summary>A calendar file.</summary>
/// <param name="Method">What it wants of a calendar (RFC 5546): <c>PUBLISH</c>, <c>CANCEL</c>.</param>
internal sealed record OutsideInvitation(string File, string Method, byte[] Calendar);
