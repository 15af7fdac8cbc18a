using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Circuits;

/// <summary>What a page reads and does for its visitor, under the rows of the access matrix: the console's counterpart to the gate.</summary>
/// <remarks>
/// Each act names the operation of the API that it is, so page and API can never allow different things. Ids of others answer as
/// absent. After an act, reads of this page wait until it is visible.
/// </remarks>
internal sealed class Desk(Visitor visitor, ActorDoor actors, Readings readings, TaskTies ties)
{
    private string? _after;

    private Asker Asker => visitor.Asker;

    /// <summary>The visitor's campaign.</summary>
    internal string Campaign => Asker.Campaign;

    /// <summary>A name for a wish that is about to be made; asking again under it does nothing twice.</summary>
    internal static string NewKey() => Secrets.NewId();

    /// <summary>Opens the registers for an operation of the visitor's.</summary>
    /// <exception cref="RefusedException"><c>access.denied</c>, <c>campaign.unknown</c>.</exception>
    internal async Task<ReadingScene> Read(string operation)
    {
        visitor.Require(operation);
        var scene = await readings.Open(Campaign, new Passage(Asker, visitor.ReachOf(operation)), _after, visitor.Gone);
        _after = scene.UpToDate ? null : _after;
        return scene;
    }

    /// <summary>To a unit.</summary>
    /// <param name="operation">The operation's row in the matrix.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="command">What is asked of it.</param>
    /// <param name="key">Names the wish when it may be asked again; null = it is asked once.</param>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<CommandAnswer> ToUnit(string operation, string unit, UnitCommand command, string? key = null)
    {
        RequireUnit(operation, unit);
        return Done(await actors.ToUnit(Campaign, unit, command, Wish(key)));
    }

    /// <summary>To a task.</summary>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<CommandAnswer> ToTask(string operation, string task, TaskCommand command, string? key = null)
    {
        visitor.Require(operation);
        return visitor.ReachOf(operation).HasFlag(await ties.Of(Asker, Campaign, task))
            ? Done(await actors.ToTask(Campaign, task, command, Wish(key)))
            : throw new RefusedException(new Refusal("task.unknown", task));
    }

    /// <summary>To a phase.</summary>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<CommandAnswer> ToPhase(string operation, string phase, Func<IPhaseGrain, CommandKey, Task<Answer>> ask, string? key = null)
    {
        visitor.Require(operation);
        return Done(await actors.ToPhase(Campaign, phase, ask, Wish(key)));
    }

    /// <summary>To a meeting. What is said for a unit reaches no further than the operation does.</summary>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<CommandAnswer> ToMeeting(string operation, string meeting, MeetingCommand command, string? key = null)
    {
        if (command switch { MeetingCommand.Reply c => c.Unit.Value, MeetingCommand.SuggestItem c => c.Unit.Value, _ => null } is { } unit)
        {
            RequireUnit(operation, unit);
        }

        visitor.Require(operation);
        return Done(await actors.ToMeeting(Campaign, meeting, command, MeetingAsker.Of(Asker.Standing), Wish(key)));
    }

    /// <summary>To a supervision group.</summary>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<CommandAnswer> ToSupervision(string operation, string group, SupervisionCommand command, string? key = null)
    {
        visitor.Require(operation);
        return Done(await actors.ToSupervision(Campaign, group, command, Wish(key)));
    }

    /// <summary>To a unit's report.</summary>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<CommandAnswer> ToReport(string operation, string unit, string duty, ReportCommand command, string? key = null)
    {
        RequireUnit(operation, unit);
        return Done(await actors.ToReport(Campaign, unit, duty, command, ReportAsker.Of(Asker.Standing, Asker.Login), Wish(key)));
    }

    /// <summary>To a period's consolidation. What is said for a unit reaches no further than the operation does.</summary>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<CommandAnswer> ToConsolidation(string operation, string duty, ConsolidationCommand command, string? key = null)
    {
        if (command.SaidFor?.Value is { } unit)
        {
            RequireUnit(operation, unit);
        }

        visitor.Require(operation);
        return Done(await actors.ToConsolidation(Campaign, duty, command, Wish(key)));
    }

    /// <summary>To the campaign: issues a stored version of its plan.</summary>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<CommandAnswer> Issue(int version, string? key = null)
    {
        visitor.Require("issuePlan");
        return Done(await actors.Issue(Campaign, version, Wish(key)));
    }

    /// <summary>To whatever does what the operation says, for pages whose API has a door of its own behind it.</summary>
    /// <exception cref="RefusedException">Nothing changed.</exception>
    internal async Task<CommandAnswer> Do(string operation, Func<Wish, Task<Answer>> ask, string? key = null)
    {
        visitor.Require(operation);
        return Done(await ask(Wish(key)));
    }

    /// <summary>A unit that the operation does not reach is as unknown as one that nobody has.</summary>
    /// <exception cref="RefusedException"><c>access.denied</c>, <c>unit.unknown</c>.</exception>
    internal void RequireUnit(string operation, string unit)
    {
        visitor.Require(operation);
        if (!visitor.ReachOf(operation).HasFlag(Asker.Standing.ToUnit(unit)))
        {
            throw new RefusedException(new Refusal("unit.unknown", unit));
        }
    }

    private Wish Wish(string? key) => new(Asker.Signature, new CommandKey($"page/{key ?? NewKey()}", ""), visitor.Gone);

    private CommandAnswer Done(Answer answer)
    {
        if (answer.Refusal is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var done = CommandAnswer.Of(answer);
        _after = done.After;
        return done;
    }
}
