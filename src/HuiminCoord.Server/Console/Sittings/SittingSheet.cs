using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Console.Meetings;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>A meeting with what is recorded of its session, as far as the seat may see it.</summary>
/// <param name="Sheet">The meeting and its agenda.</param>
/// <param name="Recorder">Login of whoever records; null before it begins, and for members that do not hold the meeting.</param>
/// <param name="Current">The item that is spoken of.</param>
/// <param name="Attendance">By unit; who was not entered is not in it.</param>
/// <param name="Notes">What was said, by item.</param>
/// <param name="Decisions">In order; dropped ones only for office and convenor.</param>
/// <param name="Rulings">What was ruled of members and member units, by item.</param>
/// <param name="CorrectBy">Last day for corrections of the draft; null until it went round.</param>
/// <param name="Issue">第N期; null until the minutes are confirmed.</param>
/// <param name="Corrections">What members said to the draft; a member sees its own.</param>
public sealed record SittingSheet(
    MeetingSheet Sheet, string? Recorder, string? Current, IReadOnlyDictionary<string, Attendance> Attendance, IReadOnlyDictionary<string, string> Notes, IReadOnlyList<DecisionLine> Decisions,
    IReadOnlyDictionary<string, RulingLine> Rulings, DateOnly? CorrectBy, int? Issue, IReadOnlyList<CorrectionLine> Corrections)
{
    /// <summary>The meeting.</summary>
    public MeetingLine Meeting => Sheet.Meeting;

    /// <summary>Decisions that stand.</summary>
    public IReadOnlyList<DecisionLine> Standing => [.. Decisions.Where(d => d.Dropped is null)];

    /// <summary>Units that sit there, by themselves or by a stand-in.</summary>
    public int Sitting => Attendance.Values.Count(a => a.Kind is AttendanceKind.Present or AttendanceKind.StandIn);

    /// <summary>The item that is spoken of; null = none, or one that the seat may not see.</summary>
    public AgendaLine? Now => Sheet.On.FirstOrDefault(i => i.Id == Current);

    internal static SittingSheet Of(MeetingView view)
    {
        var (session, minutes) = (view.Session, view.Record);
        return new(
            MeetingSheet.Of(view), session?.Recorder, session?.Current,
            (session?.Attendance ?? []).ToDictionary(a => a.Unit, a => new Attendance(new UnitId(a.Unit), a.Kind, a.Who)), (session?.Notes ?? []).ToDictionary(n => n.Item, n => n.Text),
            [.. (session?.Decisions ?? []).Select(DecisionLine.Of)],
            (session?.Rulings ?? []).ToDictionary(r => r.Item, RulingLine.Of), minutes?.CorrectBy, minutes?.Issue,
            [.. (minutes?.Corrections ?? []).Select(c => new CorrectionLine(c.Unit, c.Text, c.At))]);
    }
}

/// <summary>A decision as pages show it.</summary>
/// <param name="Dropped">Why it does not stand any more.</param>
/// <param name="Handed">Its owner owes it.</param>
/// <param name="Refused">Its owner's actor would not take it.</param>
public sealed record DecisionLine(int Number, string? Item, DecisionWording Wording, DateOnly? DueOn, string? Dropped, bool Handed, bool Refused)
{
    internal static DecisionLine Of(DecisionView view) => new(
        view.Number, view.Item,
        new(view.Text, new UnitId(view.Owner), [.. view.With.Select(u => new UnitId(u))], view.Due, view.Workdays, view.Clause, view.Dissent), view.DueOn, view.Dropped, view.Duty is not null, view.Refused is not null);
}

/// <summary>What was ruled of a member or a member unit.</summary>
/// <param name="Carried">It was carried out, or refused.</param>
/// <param name="Refused">The code by which it was refused.</param>
public sealed record RulingLine(bool Agreed, DateOnly? From, DateOnly? Until, bool Carried, string? Refused)
{
    internal static RulingLine Of(RulingView view) => new(view.Agreed, view.From, view.Until, view.Carried, view.Refused);
}

/// <summary>What a member said to the draft of the minutes.</summary>
public sealed record CorrectionLine(string Unit, string Text, DateTimeOffset At);
