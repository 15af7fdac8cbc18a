using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>How a unit behaves with one duty.</summary>
public enum UnitManner
{
    /// <summary>Hands in before the date.</summary>
    Punctual,

    /// <summary>Hands in one to four working days after it.</summary>
    Late,

    /// <summary>Never hands in by itself.</summary>
    Silent,

    /// <summary>Hands in before the date, gets it back once and corrects it.</summary>
    ReturnedOnce,

    /// <summary>Asks for three more working days and uses them.</summary>
    Extended,
}

/// <summary>What one unit and the office do about one duty, chosen by the seed.</summary>
internal sealed class UnitPlayer(int seed, UnitTerms terms, WorkingCalendar calendar, DateTimeOffset issuedAt)
{
    private ReportPlayer Reports => field ??= new(seed, terms, TellsNothing);

    private UnitId Unit => terms.Unit.Id;

    private string Liaison => Recipients.Of(Unit, SeatKind.Liaison);

    internal IEnumerable<PlayedAction> All() => terms.Duties.SelectMany(Play);

    private IEnumerable<PlayedAction> Play(DutyTerms duty)
    {
        var issued = ChinaTime.DateOf(issuedAt);
        if (duty.Kind == DutyKind.Liaison)
        {
            return NameLiaison(duty);
        }

        return duty.Due is { } due && due >= issued ? Report(duty, due) : EnterLate(duty, issued);
    }

    private IEnumerable<PlayedAction> NameLiaison(DutyTerms duty)
    {
        // Most name theirs on the day of the notice, some on the last day, one in eight a working day late.
        var issued = calendar.RollForward(ChinaTime.DateOf(issuedAt));
        var last = duty.Due is { } due ? calendar.DoBy(due) : issued;
        var day = FirstFree(10, Choose(duty.Id, 8) switch
        {
            0 => calendar.AddWorkingDays(last, 1),
            < 4 => last,
            _ => issued,
        });
        var name = new UnitCommand.NameSeat(SeatKind.Liaison, $"{terms.Unit.Name}联络人", "联络人", "", null, null);
        yield return To(At(day, duty.Id, 10, 6), Recipients.Of(Unit, SeatKind.Leader), "liaison", name);
        if (Choose(duty.Id, 3, "deputy") == 0)
        {
            var deputy = new UnitCommand.NameSeat(SeatKind.Deputy, $"{terms.Unit.Name}备用联络人", "备用联络人", "", null, null);
            yield return To(At(calendar.AddWorkingDays(day, 1), duty.Id, 10, 6), Recipients.Of(Unit, SeatKind.Leader), "deputy", deputy);
            var away = calendar.AddWorkingDays(day, 30 + Choose(duty.Id, 60, "away"));
            var absence = new UnitCommand.MarkAbsent(SeatKind.Liaison, away, away.AddDays(9));
            yield return To(At(calendar.AddWorkingDays(away, -1), duty.Id, 10, 6), Recipients.Of(Unit, SeatKind.Leader), "absence", absence);
        }
    }

    private IEnumerable<PlayedAction> EnterLate(DutyTerms duty, DateOnly issued)
    {
        var day = calendar.AddWorkingDays(issued, 2 + Choose(duty.Id, 15));
        yield return To(At(day, duty.Id, 9, 8), Liaison, "entered", Submission(duty));
        yield return To(At(calendar.AddWorkingDays(day, 2), duty.Id, 10, 6), Recipients.Office, "accepted", new UnitCommand.Accept(duty.Id, []));
    }

    private IEnumerable<PlayedAction> Report(DutyTerms duty, DateOnly due)
    {
        var doBy = calendar.DoBy(due);
        return MannerOf(duty.Id) switch
        {
            UnitManner.Punctual => HandedIn(duty, At(Before(doBy, Days(duty.Id, 4) - 1), duty.Id, 9, 8)),
            UnitManner.Late => HandedIn(duty, At(calendar.AddWorkingDays(doBy, Days(duty.Id, 4)), duty.Id, 9, 8)),
            UnitManner.ReturnedOnce => Returned(duty, At(calendar.AddWorkingDays(doBy, -Days(duty.Id, 3)), duty.Id, 9, 8)),
            UnitManner.Extended => Extended(duty, due, doBy),
            _ => [],
        };
    }

    /// <summary>Ten in sixteen are punctual; the rest give the ladder something to do.</summary>
    private UnitManner MannerOf(DutyId duty) => Choose(duty, 16) switch
    {
        < 10 => UnitManner.Punctual,
        < 12 => UnitManner.Late,
        12 => UnitManner.Silent,
        < 15 => UnitManner.ReturnedOnce,
        _ => UnitManner.Extended,
    };

    private IEnumerable<PlayedAction> HandedIn(DutyTerms duty, DateTimeOffset at)
    {
        var review = calendar.AddWorkingDays(ChinaTime.DateOf(at), 1 + Choose(duty.Id, 2, "review"));
        return [.. HandsIn(duty, at, "submitted"), To(At(review, duty.Id, 10, 6), Recipients.Office, "accepted", new UnitCommand.Accept(duty.Id, []))];
    }

    private IEnumerable<PlayedAction> Returned(DutyTerms duty, DateTimeOffset at)
    {
        var first = calendar.AddWorkingDays(ChinaTime.DateOf(at), 1);
        var again = calendar.AddWorkingDays(first, Days(duty.Id, 3));
        return
        [
            .. HandsIn(duty, at, "submitted", wrong: true),
            To(At(first, duty.Id, 10, 6), Recipients.Office, "returned", Reports.Return(duty)),
            .. HandsIn(duty, At(again, duty.Id, 9, 8), "corrected"),
            To(At(calendar.AddWorkingDays(again, 1), duty.Id, 10, 6), Recipients.Office, "accepted", new UnitCommand.Accept(duty.Id, [])),
        ];
    }

    private IEnumerable<PlayedAction> Extended(DutyTerms duty, DateOnly due, DateOnly doBy)
    {
        var until = calendar.AddWorkingDays(due, 3);
        var ask = FirstFree(9, calendar.AddWorkingDays(doBy, -2));
        yield return To(At(ask, duty.Id, 9, 8), Liaison, "asked", new UnitCommand.AskExtension(duty.Id, until, "数据尚在核对，申请延期3个工作日。"));
        var decided = calendar.AddWorkingDays(ask, 1);
        yield return To(At(decided, duty.Id, 10, 6), Recipients.Office, "granted", new UnitCommand.DecideExtension(duty.Id, true, null, ""));
        foreach (var action in HandedIn(duty, At(until, duty.Id, 9, 8)))
        {
            yield return action;
        }
    }

    private UnitCommand.Submit Submission(DutyTerms duty) => new(duty.Id, [], "", IsNil(duty), null);

    /// <summary>A year that says nothing would contradict its months.</summary>
    private bool IsNil(DutyTerms duty) => (terms.Plan.Forms is null || duty.Kind != DutyKind.Annual) && Choose(duty.Id, 6, "nil") == 0;

    /// <summary>True for a month that stays 零报告; what is returned once is corrected with figures.</summary>
    private bool TellsNothing(DutyId month) => Choose(month, 6, "nil") == 0 && MannerOf(month) != UnitManner.ReturnedOnce;

    /// <summary>A report with a form is filled in and approved; everything else is handed in at once.</summary>
    /// <param name="wrong">A slip is in it, and what is handed in again is right.</param>
    private IEnumerable<PlayedAction> HandsIn(DutyTerms duty, DateTimeOffset at, string what, bool wrong = false) =>
        Reports.Fill(duty, at, what, IsNil(duty) && !wrong && what != "corrected", wrong) ?? [To(at, Liaison, what, Submission(duty))];

    private PlayedAction.ToUnit To(DateTimeOffset at, string by, string what, UnitCommand command) =>
        new(at, by, $"play/{Unit}/{DutyOf(command)}/{what}", Unit, command);

    private static string DutyOf(UnitCommand command) => command switch
    {
        UnitCommand.Submit c => c.Duty.Value,
        UnitCommand.Accept c => c.Duty.Value,
        UnitCommand.Return c => c.Duty.Value,
        UnitCommand.AskExtension c => c.Duty.Value,
        UnitCommand.DecideExtension c => c.Duty.Value,
        _ => "seat",
    };

    /// <summary>A minute of the working day, from the given hour on.</summary>
    private DateTimeOffset At(DateOnly wanted, DutyId duty, int hour, int hours)
    {
        var day = FirstFree(hour, wanted);
        return ChinaTime.At(day, new TimeOnly(hour, 0)).AddMinutes(5 + Choose(duty, (hours * 60) - 10, $"{day:yyyyMMdd}"));
    }

    /// <summary>The day itself, or the first working day whose hour still lies after the issue: nobody acts on a notice before it is out.</summary>
    private DateOnly FirstFree(int hour, DateOnly day)
    {
        var issued = ChinaTime.DateOf(issuedAt);
        var first = calendar.RollForward(issuedAt <= ChinaTime.At(issued, new TimeOnly(hour, 0)) ? issued : issued.AddDays(1));
        return day < first ? first : day;
    }

    private DateOnly Before(DateOnly doBy, int days) => days == 0 ? doBy : calendar.AddWorkingDays(doBy, -days);

    private int Days(DutyId duty, int most) => 1 + Choose(duty, most, "days");

    private int Choose(DutyId duty, int below, string what = "manner") => SeededChoice.Of(seed, $"{Unit}/{duty}/{what}", below);
}
