using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Bodies;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>How units attend.</summary>
/// <param name="Units">An entry for each; the last one of a unit holds.</param>
public sealed record AttendBody([property: Entries(1, 200)] IReadOnlyList<AttendanceBody> Units);

/// <summary>How one unit attends.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Kind">出席 present, 代会 standIn, 请假 excused, 缺席 missing.</param>
/// <param name="Who">Who sits there, with post; needed for a stand-in.</param>
public sealed record AttendanceBody([property: IdWord] string Unit, AttendanceKind Kind, [property: Words(40)] string? Who = null);

/// <summary>The item that is spoken of now.</summary>
/// <param name="Item">Its id; absent = none.</param>
public sealed record TurnToBody([property: Words(100, 1)] string? Item = null);

/// <summary>What was said to an item.</summary>
/// <param name="Item">Its id.</param>
/// <param name="Text">What was said; absent takes the note away.</param>
public sealed record NoteBody([property: Words(100, 1)] string Item, [property: Words(500)] string? Text = null);

/// <summary>What the meeting rules of its members.</summary>
/// <param name="Item">The item: <c>seat.{unit}</c>, <c>member.add.{unit}</c>, <c>member.remove.{unit}</c>.</param>
/// <param name="Agreed">同意 or 不同意; absent takes back what was entered.</param>
/// <param name="From">First day of a new member's term; absent = the day wished for, or the day on which the minutes are confirmed.</param>
/// <param name="Until">Its last day; absent = open.</param>
public sealed record RulingBody([property: Words(100, 1)] string Item, bool? Agreed = null, DateOnly? From = null, DateOnly? Until = null);

/// <summary>A decision of the meeting (议定事项).</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">The unit that answers for it.</param>
/// <param name="With">Units that cooperate.</param>
/// <param name="Due">The day by which it is done; either this or <paramref name="Workdays"/>.</param>
/// <param name="Workdays">Working days after the minutes are confirmed.</param>
/// <param name="Clause">What it rests on.</param>
/// <param name="Dissent">What a member said against it.</param>
/// <param name="Item">The item of the agenda under which it was decided; absent = none.</param>
public sealed record DecisionBody(
    [property: Words(AgendaItem.LongestText, 1)] string Text, [property: IdWord] string? Owner = null, [property: IdList(200)] IReadOnlyList<string>? With = null, DateOnly? Due = null,
    [property: Within(1, 250)] int? Workdays = null, [property: Words(60)] string? Clause = null, [property: Words(AgendaItem.LongestText)] string? Dissent = null,
    [property: Words(100, 1)] string? Item = null)
{
    internal DecisionWording Wording => new(
        Text, Owner is { } owner ? new UnitId(owner) : null, [.. (With ?? []).Select(u => new UnitId(u))], Due, Workdays, Clause ?? "", Dissent ?? "");
}

/// <summary>Wording a decision otherwise.</summary>
/// <param name="Number">Which one.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">The unit that answers for it.</param>
/// <param name="With">Units that cooperate.</param>
/// <param name="Due">The day by which it is done; either this or <paramref name="Workdays"/>.</param>
/// <param name="Workdays">Working days after the minutes are confirmed.</param>
/// <param name="Clause">What it rests on.</param>
/// <param name="Dissent">What a member said against it.</param>
public sealed record ChangeDecisionBody(
    [property: Within(1, 1000)] int Number, [property: Words(AgendaItem.LongestText, 1)] string Text, [property: IdWord] string? Owner = null, [property: IdList(200)] IReadOnlyList<string>? With = null,
    DateOnly? Due = null, [property: Within(1, 250)] int? Workdays = null, [property: Words(60)] string? Clause = null, [property: Words(AgendaItem.LongestText)] string? Dissent = null)
{
    internal DecisionWording Wording => new DecisionBody(Text, Owner, With, Due, Workdays, Clause, Dissent).Wording;
}

/// <summary>Dropping a decision.</summary>
/// <param name="Number">Which one.</param>
/// <param name="Reason">Why; it stays with it.</param>
public sealed record DropDecisionBody([property: Within(1, 1000)] int Number, [property: Words(AgendaItem.LongestText, 1)] string Reason);

/// <summary>Sending the draft of the minutes round.</summary>
/// <param name="CorrectBy">Last day for corrections.</param>
public sealed record CirculateBody(DateOnly CorrectBy);

/// <summary>A member's word to the draft of the minutes.</summary>
/// <param name="Text">What should be said otherwise.</param>
public sealed record CorrectionBody([property: Words(AgendaItem.LongestText, 1)] string Text);
