namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Stable names of everything that can be wrong with a plan.</summary>
public static class PlanProblemCode
{
    /// <summary>Not JSON: nothing else can be said about the text.</summary>
    public const string Malformed = "json.malformed";

    /// <summary>Not UTF-8.</summary>
    public const string Encoding = "json.encoding";

    /// <summary>Beyond <see cref="PlanLimits"/>: the whole text, a list, a text or the campaign's length.</summary>
    public const string TooLarge = "size.too-large";

    /// <summary>A required property is not there; the place is that of the object without it.</summary>
    public const string PropertyMissing = "property.missing";

    /// <summary>A property that means nothing here; the place is that of its name.</summary>
    public const string PropertyUnknown = "property.unknown";

    /// <summary>The same property twice in one object; the place is that of the second name.</summary>
    public const string PropertyDuplicate = "property.duplicate";

    /// <summary>Text where a number belongs, and the like.</summary>
    public const string WrongType = "type.wrong";

    /// <summary>Nothing where something is needed: an empty text or list.</summary>
    public const string Empty = "value.empty";

    /// <summary>A number outside its range.</summary>
    public const string OutOfRange = "number.range";

    /// <summary>Not one of the words that are known here.</summary>
    public const string ChoiceUnknown = "choice.unknown";

    /// <summary>Not a day or month of this century in the form 2020-09-28 or 2020-09.</summary>
    public const string DateInvalid = "date.invalid";

    /// <summary>Not a time of day in the form 09:00.</summary>
    public const string TimeInvalid = "time.invalid";

    /// <summary>A task would be called slow only when it is called stale already.</summary>
    public const string SlowLate = "settings.slow-late";

    /// <summary>An id that breaks the spelling rule of ids, which storage keys depend on.</summary>
    public const string IdInvalid = "id.invalid";

    /// <summary>Not a six-digit division code.</summary>
    public const string DivisionInvalid = "division.invalid";

    /// <summary>An id that another thing of the same sort has.</summary>
    public const string IdDuplicate = "id.duplicate";

    /// <summary>The same entry twice in one list; an alias and its id are the same entry.</summary>
    public const string ListDuplicate = "list.duplicate";

    /// <summary>A name or alias that already means a unit.</summary>
    public const string UnitNameClash = "unit.name-clash";

    /// <summary>Neither id, name nor alias of a unit.</summary>
    public const string UnitUnknown = "unit.unknown";

    /// <summary>No such clause.</summary>
    public const string ClauseUnknown = "clause.unknown";

    /// <summary>No such domain.</summary>
    public const string DomainUnknown = "domain.unknown";

    /// <summary>No such section in the task's domain.</summary>
    public const string SectionUnknown = "section.unknown";

    /// <summary>No such phase.</summary>
    public const string PhaseUnknown = "phase.unknown";

    /// <summary>A task number that another task of the domain has.</summary>
    public const string TaskNumberDuplicate = "task.number-duplicate";

    /// <summary>A window that ends before it begins.</summary>
    public const string WindowReversed = "window.reversed";

    /// <summary>A phase that is not inside the campaign.</summary>
    public const string PhaseOutside = "phase.outside-campaign";

    /// <summary>A phase that shares days with an earlier one.</summary>
    public const string PhaseOverlap = "phase.overlap";

    /// <summary>A phase that is listed after a later one.</summary>
    public const string PhaseOrder = "phase.order";

    /// <summary>Days between two phases that belong to neither.</summary>
    public const string PhaseGap = "phase.gap";

    /// <summary>A due date outside the campaign.</summary>
    public const string DueOutside = "duty.outside-campaign";

    /// <summary>A monthly duty that ends before it begins.</summary>
    public const string MonthsReversed = "duty.months-reversed";

    /// <summary>A duty that nobody owes.</summary>
    public const string DutyNobody = "duty.nobody";

    /// <summary>A duty that opens after it is due.</summary>
    public const string OpensLate = "duty.opens-late";

    /// <summary>A schedule that does not fit the kind of duty.</summary>
    public const string ScheduleUnfit = "duty.schedule-unfit";

    /// <summary>A kind of duty without reminders.</summary>
    public const string LadderMissing = "ladder.missing";

    /// <summary>A reminder that is sent to nobody.</summary>
    public const string RungNobody = "rung.nobody";

    /// <summary>A reminder that is listed after a later one.</summary>
    public const string RungOrder = "rung.order";

    /// <summary>A reminder at the same moment as the one before it.</summary>
    public const string RungDuplicate = "rung.duplicate";

    /// <summary>A setting that this version does not follow yet.</summary>
    public const string NotHonoured = "setting.not-honoured";

    /// <summary>A meeting's answers would be due before its notice.</summary>
    public const string ReplyEarly = "meeting.reply-early";

    /// <summary>A placeholder in a meeting's title that means nothing.</summary>
    public const string PlaceholderUnknown = "meeting.placeholder-unknown";

    /// <summary>A first month of meetings outside the campaign.</summary>
    public const string CadenceOutside = "meeting.outside-campaign";

    /// <summary>A column code that breaks their spelling rule.</summary>
    public const string CodeInvalid = "column.code-invalid";

    /// <summary>No such column in the table.</summary>
    public const string ColumnUnknown = "column.unknown";

    /// <summary>Two columns that cannot be held against each other.</summary>
    public const string RuleUnfit = "table.rule-unfit";

    /// <summary>No such duty.</summary>
    public const string DutyUnknown = "duty.unknown";

    /// <summary>Days of a report outside the campaign, or before the first report.</summary>
    public const string PeriodOutside = "period.outside-campaign";

    /// <summary>Days of an annual report for a duty that is none.</summary>
    public const string PeriodUnfit = "period.unfit";

    /// <summary>An annual report without days.</summary>
    public const string PeriodMissing = "period.missing";

    /// <summary>Two annual reports that cover the same day.</summary>
    public const string PeriodOverlap = "period.overlap";

    /// <summary>Days between two annual reports that belong to neither.</summary>
    public const string PeriodGap = "period.gap";

    /// <summary>A reminder that never fires. Found with the working calendar, by a check outside the reader.</summary>
    public const string RungNeverFires = "rung.never-fires";
}
