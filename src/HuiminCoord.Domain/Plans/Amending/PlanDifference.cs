namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>One thing in which an amended plan differs from the version before.</summary>
/// <param name="Kind">Stable code: <c>duty.due-changed</c>. All of them are in <see cref="DifferenceKind"/>.</param>
/// <param name="Subject">Id of what differs: a duty's occurrence, a unit, a setting.</param>
/// <param name="Was">As it was, for people; empty for something new.</param>
/// <param name="Is">As it is from now on; empty for something that ends.</param>
public sealed record PlanDifference(string Kind, string Subject, string Was, string Is);

/// <summary>The codes of differences.</summary>
public static class DifferenceKind
{
    /// <summary>Title, district, paper or days of the campaign.</summary>
    public const string Head = "campaign.changed";

    /// <summary>A setting.</summary>
    public const string Setting = "setting.changed";

    /// <summary>A unit becomes a member.</summary>
    public const string UnitJoins = "unit.joins";

    /// <summary>A unit is no member any more: what it owes ends.</summary>
    public const string UnitLeaves = "unit.leaves";

    /// <summary>Names of a unit, or which table it fills.</summary>
    public const string Unit = "unit.changed";

    /// <summary>Something more is owed by a unit.</summary>
    public const string DutyAdded = "duty.added";

    /// <summary>Something is not owed any more by a unit.</summary>
    public const string DutyEnds = "duty.ends";

    /// <summary>Another reporting date.</summary>
    public const string Due = "duty.due-changed";

    /// <summary>Title, parts, clause, kind, phase or opening day of a duty.</summary>
    public const string Duty = "duty.changed";

    /// <summary>When reminders come.</summary>
    public const string Ladder = "ladder.changed";

    /// <summary>How meetings of a kind are held.</summary>
    public const string Meeting = "meeting.changed";

    /// <summary>A new column of the statistics table.</summary>
    public const string ColumnAdded = "column.added";

    /// <summary>A column is not filled in any more.</summary>
    public const string ColumnEnds = "column.ends";

    /// <summary>Name, unit, kind or heading of a column.</summary>
    public const string Column = "column.changed";

    /// <summary>A new row of the statistics table.</summary>
    public const string RowAdded = "row.added";

    /// <summary>A row is not filled in any more.</summary>
    public const string RowEnds = "row.ends";

    /// <summary>Name or domain of a row.</summary>
    public const string Row = "row.changed";

    /// <summary>Anything else about forms: who fills what, the summary, days of reports, approval, consolidation.</summary>
    public const string Form = "form.changed";

    /// <summary>A domain's goal, sections or units.</summary>
    public const string Domain = "domain.changed";

    /// <summary>A new task.</summary>
    public const string TaskAdded = "task.added";

    /// <summary>A task ends.</summary>
    public const string TaskEnds = "task.ends";

    /// <summary>Words, section or units of a task.</summary>
    public const string Task = "task.changed";

    /// <summary>A new phase.</summary>
    public const string PhaseAdded = "phase.added";

    /// <summary>Window, title or goals of a phase.</summary>
    public const string Phase = "phase.changed";

    /// <summary>An open question was answered, or its answer was withdrawn: the default holds again.</summary>
    public const string Answer = "question.answered";

    /// <summary>A question was added, dropped or put in other words.</summary>
    public const string Question = "question.changed";

    /// <summary>A clause in our words.</summary>
    public const string Clause = "clause.changed";
}
