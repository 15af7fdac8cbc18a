using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>Why a command about an open obligation must be refused.</summary>
internal static class DutyVerdict
{
    private const int LongestText = 4000;

    public static List<string> Of(ReferenceUnit unit, ReferenceDuty duty, UnitCommand command, DateTime now) => command switch
    {
        UnitCommand.Submit c => Submit(unit, duty, c, now),
        UnitCommand.Accept c => Accept(duty, c.Parts),
        UnitCommand.Return c => Return(duty, c),
        UnitCommand.BeginReview c => TakingBack.RefuseReview(duty, c),
        UnitCommand.Withdraw c => [.. TakingBack.Refuse(duty, c), .. Verdict.Reasons(("text.too-long", c.Reason.Length > LongestText))],
        UnitCommand.Waive c => [.. Parts(duty, c.Parts, Stage.Accepted), .. Reason(c.Reason)],
        UnitCommand.AskExtension c => Ask(duty, c, now),
        UnitCommand.DecideExtension c => Decide(duty, c, now),
        UnitCommand.MoveDue c => [.. Fixed(duty, c.Due), .. Reason(c.Reason), .. Verdict.Reasons(("due.in-the-past", c.Due != duty.Due && c.Due < DateOnly.FromDateTime(now)))],
        UnitCommand.Urge c => Urge(unit, duty, c, DateOnly.FromDateTime(now)),
        _ => throw new InvalidOperationException(command.ToString()),
    };

    private static List<string> Submit(ReferenceUnit unit, ReferenceDuty duty, UnitCommand.Submit c, DateTime now)
    {
        DateTime? received = c.ReceivedAt is { } at ? Shanghai.Of(at) : null;
        return
        [
            .. Parts(duty, c.Parts, Stage.Accepted, Stage.Waived),
            .. Verdict.Reasons(
                ("submit.name-the-liaison", duty.Kind == DutyKind.Liaison),
                ("text.too-long", c.Note.Length > LongestText),
                ("submit.received-out-of-range", received > now || received < unit.IssuedAt)),
        ];
    }

    private static List<string> Accept(ReferenceDuty duty, IReadOnlyList<string> parts) =>
        parts.Count == 0 ? Verdict.Reasons(("part.not-submitted", !duty.Parts.ContainsValue(Stage.Submitted)))
        : Parts(duty, parts, Stage.Open, Stage.Returned, Stage.Waived);

    private static List<string> Return(ReferenceDuty duty, UnitCommand.Return c)
    {
        if (duty.Parts.GetValueOrDefault(c.Part) == Stage.Returned)
        {
            return [];
        }

        return
        [
            .. Parts(duty, [c.Part], Stage.Open, Stage.Accepted, Stage.Waived),
            .. Verdict.Reasons(
                ("return.remark-needed", c.Remarks.Count == 0 || c.Remarks.Any(r => r.Place.Trim().Length == 0 || r.Text.Trim().Length == 0)),
                ("text.too-long", c.Remarks.Sum(r => r.Place.Length + r.Text.Length) > LongestText)),
        ];
    }

    private static List<string> Ask(ReferenceDuty duty, UnitCommand.AskExtension c, DateTime now) =>
    [
        .. Fixed(duty, c.Until),
        .. Reason(c.Reason),
        .. Verdict.Reasons(("extension.too-late", duty.LateAt(now)), ("extension.not-later", c.Until <= duty.Due)),
    ];

    private static List<string> Decide(ReferenceDuty duty, UnitCommand.DecideExtension c, DateTime now)
    {
        if (duty.Asked is not { } asked)
        {
            return ["extension.none-pending"];
        }

        var until = c.Until ?? asked;
        return c.Granted
            ? Verdict.Reasons(
                ("extension.not-later", until <= duty.Due || until < DateOnly.FromDateTime(now)),
                ("due.too-far", until > duty.Due!.Value.AddYears(2)),
                ("text.too-long", c.Reason.Length > LongestText))
            : Reason(c.Reason);
    }

    private static List<string> Urge(ReferenceUnit unit, ReferenceDuty duty, UnitCommand.Urge c, DateOnly today) => Verdict.Reasons(
        ("urge.already-reported", duty.Reported),
        ("urge.entered-late", duty.EnteredLate),
        ("urge.reason-needed", duty.UrgedOn == today && c.Reason.Trim().Length == 0),
        ("text.too-long", c.Reason.Length > LongestText),
        ("urge.nobody-to-receive", unit.Route(Role.Liaison, today) is null));

    private static List<string> Fixed(ReferenceDuty duty, DateOnly to) => Verdict.Reasons(
        ("due.entered-late", duty.EnteredLate),
        ("obligation.already-reported", duty.Reported),
        ("due.too-far", !duty.EnteredLate && to > duty.Due!.Value.AddYears(2)));

    private static List<string> Reason(string reason) => Verdict.Reasons(("reason.needed", reason.Trim().Length == 0), ("text.too-long", reason.Length > LongestText));

    /// <summary>A part that does not exist, or is in a stage that the command cannot start from.</summary>
    public static List<string> Parts(ReferenceDuty duty, IReadOnlyList<string> named, params Stage[] wrong) => named
        .Select(p => !duty.Parts.TryGetValue(p, out var stage) ? "part.unknown" : wrong.Contains(stage) ? Name(stage) : null)
        .OfType<string>().ToList();

    private static string Name(Stage stage) => stage switch
    {
        Stage.Open => "part.not-submitted",
        Stage.Returned => "part.returned",
        Stage.Accepted => "part.already-accepted",
        _ => "part.waived",
    };
}
