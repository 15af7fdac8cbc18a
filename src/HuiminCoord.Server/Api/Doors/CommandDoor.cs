using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>What a carried-out command answers.</summary>
/// <param name="Grain">The actor that answered: <c>unit/huimin-2020/jiaoyu</c>.</param>
/// <param name="Sequence">Number of its last event.</param>
/// <param name="Changed">False when what was asked for already held.</param>
/// <param name="Replayed">True when the same key was carried out before; this is the first answer.</param>
/// <param name="After">Put it into a read's <c>after</c> to see this change in the answer.</param>
public sealed record CommandAnswer(string Grain, long Sequence, bool Changed, bool Replayed, string After)
{
    internal static CommandAnswer Of(Answer answer) => new(answer.Grain, answer.Sequence, answer.Changed, answer.Replayed, AfterToken.Of(answer));
}

/// <summary>Takes a request's command to an actor: says who asks, names the wish, and answers after the commit.</summary>
/// <remarks>Whether the asker may is settled by then: the access gate lets nobody else through.</remarks>
internal sealed class CommandDoor(IHttpContextAccessor accessor, ActorDoor actors)
{
    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A command door opens only within a request.");

    /// <summary>Who asks.</summary>
    internal Asker Asker => Passages.Of(Http).Asker;

    /// <summary>Says that nobody waits for the answer any more.</summary>
    internal CancellationToken Gone => Http.RequestAborted;

    /// <summary>True when a unit acts by itself; false when the office acts for it.</summary>
    internal bool ActsForUnit => Asker.Standing.Seat.Unit is not null;

    /// <summary>To a campaign, which may not have been issued yet: only its plan has to be there.</summary>
    internal async Task<IResult> Issue(string campaign, int version, object body) => Said(await actors.Issue(campaign, version, Wish(body)));

    /// <summary>To a member unit.</summary>
    internal async Task<IResult> ToUnit(string campaign, string unit, UnitCommand command, object? body = null) =>
        Said(await actors.ToUnit(campaign, unit, command, Wish(body)));

    /// <summary>To a domain task.</summary>
    internal async Task<IResult> ToTask(string campaign, string task, TaskCommand command, object? body = null) =>
        Said(await actors.ToTask(campaign, task, command, Wish(body)));

    /// <summary>To a phase.</summary>
    internal async Task<IResult> ToPhase(string campaign, string phase, Func<IPhaseGrain, CommandKey, Task<Answer>> ask, object? body = null) =>
        Said(await actors.ToPhase(campaign, phase, ask, Wish(body)));

    /// <summary>To a meeting.</summary>
    internal async Task<IResult> ToMeeting(string campaign, string meeting, MeetingCommand command, object? body = null) =>
        Said(await actors.ToMeeting(campaign, meeting, command, MeetingAsker.Of(Asker.Standing), Wish(body)));

    /// <summary>To a supervision group.</summary>
    internal async Task<IResult> ToSupervision(string campaign, string group, SupervisionCommand command, object? body = null) =>
        Said(await actors.ToSupervision(campaign, group, command, Wish(body)));

    /// <summary>To a unit's report.</summary>
    internal async Task<IResult> ToReport(string campaign, string unit, string duty, ReportCommand command, object? body = null) =>
        Said(await actors.ToReport(campaign, unit, duty, command, ReportAsker.Of(Asker.Standing, Asker.Login), Wish(body)));

    /// <summary>To a period's consolidation.</summary>
    internal async Task<IResult> ToConsolidation(string campaign, string duty, ConsolidationCommand command, object? body = null) =>
        Said(await actors.ToConsolidation(campaign, duty, command, Wish(body)));

    /// <summary>A unit that the body names must be the asker's own: others are as unknown as those that nobody has.</summary>
    /// <exception cref="RefusedException"><c>unit.unknown</c>.</exception>
    internal UnitId Own(string unit) =>
        Asker.Standing.Seat.Unit?.Value == unit ? new UnitId(unit) : throw new RefusedException(new Refusal("unit.unknown", unit));

    /// <summary>The wish of the request with this body.</summary>
    internal Wish Wish(object? body) => new(Passages.Signature(Http), CommandKeys.Of(Http, body), Http.RequestAborted);

    /// <summary>What an actor said, as the request is answered.</summary>
    internal static IResult Said(Answer answer) => answer.Refusal is { } refusal ? new RefusalResult(refusal) : TypedResults.Ok(CommandAnswer.Of(answer));
}
