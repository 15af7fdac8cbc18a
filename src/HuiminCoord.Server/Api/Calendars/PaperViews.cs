using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Api.Calendars;

/// <summary>A holiday paper or regional layer that the server knows.</summary>
/// <param name="Paper">2021-1, or region and day of publication: 150103-20210601.</param>
/// <param name="Region">Division code of a layer; null for the whole country.</param>
/// <param name="Document">The issuing office's number, where it was entered.</param>
/// <param name="KnownFrom">Decisions from this instant on use it.</param>
/// <param name="Imported">Null for what came with the program.</param>
internal sealed record PaperView(string Paper, string? Region, DateOnly PublishedOn, string? Document, string? Url, DateTimeOffset KnownFrom, PaperImportView? Imported)
{
    internal static PaperView Of(HolidayPaper paper, CalendarImportRow? row) =>
        new(paper.Id, null, paper.PublishedOn, paper.Document, paper.Url, paper.KnownFrom, PaperImportView.Of(row));

    internal static PaperView Of(RegionalLayer layer, CalendarImportRow? row) =>
        new(layer.Id, layer.Region, layer.PublishedOn, layer.Document, layer.Url, layer.KnownFrom, PaperImportView.Of(row));
}

/// <summary>How a paper came.</summary>
internal sealed record PaperImportView(int Revision, DateTimeOffset At, string By, string Reason)
{
    internal static PaperImportView? Of(CalendarImportRow? row) => row is null ? null : new(row.Revision, row.ImportedAt, Signature.Of(row.ImportedBy).Seat ?? "", row.Reason);
}

/// <summary>What an import did.</summary>
/// <param name="Changed">False when the same paper was known already.</param>
/// <param name="Revision">Of the imported papers; 0 when the program came with this one.</param>
/// <param name="Campaigns">Campaigns that work by it.</param>
internal sealed record ImportedPaperView(string Paper, bool Changed, int Revision, DateTimeOffset? KnownFrom, IReadOnlyList<AdoptedView> Campaigns)
{
    internal static ImportedPaperView Of(ImportAnswer answer) =>
        new(answer.Paper!, answer.Changed, answer.Revision, answer.KnownFrom, [.. answer.Adopted.Select(AdoptedView.Of)]);
}

/// <summary>A campaign that works by the imported papers of its region.</summary>
/// <param name="Changed">True when it began to with this import.</param>
/// <param name="After">Put it into a read's <c>after</c> to see the change in the answer.</param>
internal sealed record AdoptedView(string Campaign, bool Changed, string After)
{
    internal static AdoptedView Of(Answer answer) => new(RoomKey.CampaignOf(answer.Grain[(answer.Grain.IndexOf('/', StringComparison.Ordinal) + 1)..]), answer.Changed, AfterToken.Of(answer));
}

/// <summary>What an import would move. Nothing has changed.</summary>
/// <param name="AlreadyKnown">The same paper is known: importing it changes nothing.</param>
/// <param name="Campaigns">Campaigns in its region.</param>
/// <param name="DueDates">Open duties.</param>
/// <param name="Meetings">Meetings.</param>
/// <param name="Steps">Reminders of open duties, planned and not given.</param>
/// <param name="Coming">The same of duties that have not opened yet: nobody was told a date of them.</param>
/// <param name="Complete">False when more moves than is listed; the counts are complete.</param>
internal sealed record PaperPreviewView(
    string Paper, bool AlreadyKnown, DateTimeOffset? KnownFrom, int Campaigns, DueDateCounts DueDates, MeetingCounts Meetings, StepCounts Steps, ComingCounts Coming,
    bool Complete, IReadOnlyList<ShiftView> Items)
{
    internal static PaperPreviewView Of(CalendarForecast found) => new(
        found.Paper!.Id, found.AlreadyKnown, found.KnownFrom, found.Campaigns, new(found.Open.DueDatesMoved, found.Open.DueDatesFirm), new(0, found.MeetingsOnRest),
        new(found.Open.StepsMoved), new(found.Coming.DueDatesMoved, found.Coming.DueDatesFirm, found.Coming.StepsMoved), !found.Cut,
        [.. found.Shifts.Select(s => ShiftView.Of(s, found.Paper.Id))]);
}

/// <summary>Due dates that change.</summary>
/// <param name="Moved">办理日 on another day; the 报送时限 itself never moves.</param>
/// <param name="Firm">暂定 before, certain after.</param>
internal sealed record DueDateCounts(int Moved, int Firm);

/// <summary>Meetings to come.</summary>
/// <param name="Moved">Always none: a paper moves no meeting, people do.</param>
/// <param name="OnRest">Meetings on working days that would be days of rest.</param>
internal sealed record MeetingCounts(int Moved, int OnRest);

/// <summary>Reminders that move.</summary>
internal sealed record StepCounts(int Moved);

/// <summary>What changes in duties that open later.</summary>
internal sealed record ComingCounts(int DueDatesMoved, int DueDatesFirm, int StepsMoved);

/// <summary>One duty of one unit.</summary>
/// <param name="Open">False when it opens later.</param>
/// <param name="Paper">The reason.</param>
internal sealed record ShiftView(
    string Campaign, string Unit, string UnitName, string Duty, string Title, bool Open, DateOnly Due, DoByView Before, DoByView After, string Paper, IReadOnlyList<MovedStepView> Steps)
{
    internal static ShiftView Of(UnitShift found, string paper)
    {
        var (shift, duty) = (found.Shift, found.Shift.Duty);
        return new(
            found.Campaign, found.Unit.Id.Value, found.Unit.Name, duty.Kept.Id.Value, duty.Terms.Title, found.Open, duty.Due!.Value,
            new(shift.DoByBefore, shift.ProvisionalBefore), new(shift.DoByAfter, shift.ProvisionalAfter), paper, [.. shift.Steps.Select(MovedStepView.Of)]);
    }
}

/// <summary>办理日, and whether a paper still to come may change it.</summary>
internal sealed record DoByView(DateOnly DoBy, bool Provisional);

/// <summary>A reminder that a paper moved before it was given.</summary>
/// <param name="Paper">The paper or layer.</param>
/// <param name="Reason">Why it was imported; null when it came with the program.</param>
internal sealed record StepMoveView(string Unit, string Duty, string Rung, DateTimeOffset? From, DateTimeOffset? To, DateTimeOffset At, string Paper, string? Reason)
{
    internal static StepMoveView Of(StepMovedRow row) => new(row.Unit, row.Obligation, row.Rung, row.MovedFrom, row.MovedTo, row.MovedAt, row.Paper, row.Reason);
}
