using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Relaying;

/// <summary>A message that an event puts into an inbox.</summary>
/// <param name="Campaign">The event's campaign.</param>
/// <param name="Recipient">A seat (<c>jiaoyu/liaison</c>) or <c>office</c>, <c>convenor</c>, <c>group</c>.</param>
/// <param name="Slot">What the message stands for, once per recipient: <c>2020-09-22T09:00</c> or <c>receipt:monthly-2020-09:1</c>.</param>
/// <param name="At">When it was decided, campaign time.</param>
/// <param name="Kind">Lower-case, stable: <c>digest</c>, <c>receipt</c>.</param>
/// <param name="Title">One line, also for outside channels.</param>
/// <param name="Body">Text.</param>
/// <param name="Data">JSON with lines and references.</param>
public sealed record InboxDraft(string Campaign, string Recipient, string Slot, DateTimeOffset At, string Kind, string Title, string Body, string? Data);

/// <summary>What became of one (obligation, rung, recipient).</summary>
/// <param name="InboxSlot">The slot of the message that delivered it.</param>
/// <param name="SupersededBy">What took its place.</param>
public sealed record StepDraft(
    string Campaign, string Unit, string Obligation, string Rung, string Recipient, DateTimeOffset PlannedAt, DateTimeOffset FiredAt,
    StepOutcome Outcome, string? InboxSlot, string? SupersededBy, string? Reason);
