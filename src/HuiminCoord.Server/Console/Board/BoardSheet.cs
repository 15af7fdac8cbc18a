using HuiminCoord.Domain.Offices;
using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Board;

/// <summary>报送一览 as it is drawn: units × duties.</summary>
/// <param name="Count">How the main duty stands; null where nobody owes it.</param>
/// <param name="Columns">The main duty first.</param>
/// <param name="Months">Earlier months, earliest first.</param>
/// <param name="Lines">Member units in plan order.</param>
/// <param name="Choices">Duties that can be shown.</param>
/// <param name="Papers">What can still be handed in on paper.</param>
/// <param name="Reminders">What went out about the main duty today.</param>
public sealed record BoardSheet(
    DutyCount? Count, IReadOnlyList<BoardColumn> Columns, IReadOnlyList<BoardMonth> Months, IReadOnlyList<BoardLine> Lines, IReadOnlyList<DutyChoice> Choices,
    IReadOnlyList<PaperChoice> Papers, IReadOnlyList<TodayReminder> Reminders)
{
    /// <summary>The main duty.</summary>
    public BoardColumn Main => Columns[0];

    /// <summary>Units that nobody but the leader can be reached in.</summary>
    public int Unmanned => Lines.Count(l => !l.HasLiaison);
}

/// <summary>A duty over its parts.</summary>
/// <param name="Duty">Its id.</param>
/// <param name="Name">11月报.</param>
/// <param name="Title">In full.</param>
/// <param name="Due">As planned; null = undated.</param>
/// <param name="DoBy">办理日.</param>
/// <param name="Provisional">暂定日期.</param>
/// <param name="IsMissing">Somebody has not reported.</param>
/// <param name="Annual">A yearly report's parts have other names.</param>
/// <param name="IsLiaison">Naming the liaison: nothing is handed in for it.</param>
public sealed record BoardColumn(
    string Duty, string Name, string Title, DateOnly? Due, DateOnly? DoBy, bool Provisional, bool IsMissing, bool Annual, bool IsLiaison, IReadOnlyList<BoardPart> Parts);

/// <summary>A part of a duty.</summary>
/// <param name="In">Units that have handed it in.</param>
/// <param name="Owed">Units that owe it.</param>
public sealed record BoardPart(string Id, string Name, int In, int Owed);

/// <summary>An earlier month.</summary>
/// <param name="Name">9月.</param>
/// <param name="Reported">Units that have reported.</param>
public sealed record BoardMonth(string Duty, string Name, int Reported);

/// <summary>A unit.</summary>
/// <param name="Standing">How it stands with the main duty.</param>
/// <param name="Cells">Of all columns' parts, in their order; null = not owed.</param>
/// <param name="Months">Of the earlier months; null = not owed.</param>
/// <param name="IsReviewable">Something of the main duty waits for its review.</param>
/// <param name="Urge">What has to be known before it is urged about the main duty; null = it cannot be.</param>
public sealed record BoardLine(
    string Unit, string Name, bool HasLiaison, BoardStanding Standing, IReadOnlyList<BoardCell?> Cells, IReadOnlyList<BoardMark?> Months, bool IsReviewable, UrgeFacts? Urge);

/// <summary>How a unit stands with a duty.</summary>
public enum BoardStanding
{
    /// <summary>Waived, ended, or never laid on it.</summary>
    NotOwed,

    /// <summary>未报.</summary>
    Silent,

    /// <summary>延期: a later date was granted and has not passed.</summary>
    Extended,

    /// <summary>待审.</summary>
    Waiting,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>审核通过.</summary>
    Done,
}

/// <summary>The state of a part.</summary>
/// <param name="Text">Another word than the state's own.</param>
/// <param name="Note">Second line.</param>
public sealed record BoardCell(Status Is, string? Text, string? Note);

/// <summary>An earlier month of a unit as a sign.</summary>
/// <param name="Word">按时, 逾期已报.</param>
/// <param name="Title">In full, for those who point at it or hear it.</param>
/// <param name="Note">The date, where there is room.</param>
public sealed record BoardMark(Status Is, string Word, string Title, string? Note);

/// <summary>A duty that can be shown.</summary>
public sealed record DutyChoice(string Duty, string Name);

/// <summary>A reminder of today that reached somebody of a unit.</summary>
/// <param name="ReadAt">Null while it is unread, and for whoever may not see it.</param>
public sealed record TodayReminder(string Unit, DateTimeOffset At, DateTimeOffset? ReadAt);

/// <summary>What has to be known before a unit is urged.</summary>
/// <param name="AskedUntil">It asked for a later date, and nobody has decided.</param>
/// <param name="UrgedToday">A second time on one day needs a reason.</param>
public sealed record UrgeFacts(DateOnly? AskedUntil, bool UrgedToday);
