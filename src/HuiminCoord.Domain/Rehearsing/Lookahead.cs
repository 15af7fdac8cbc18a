using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Supervision;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>A campaign between two of its instants, as far as it decides what comes next.</summary>
/// <param name="Now">Campaign time.</param>
/// <param name="Sleepers">Its actors.</param>
/// <param name="Acts">What people will do, in order.</param>
public sealed record LookaheadScene(DateTimeOffset Now, IReadOnlyList<Sleeper> Sleepers, IReadOnlyList<PlayedAction> Acts);

/// <summary>
/// Foresees the next instant at which something is told, by the very rules that will decide it then. Most wakes find nothing to
/// say (the office looks each morning): the look goes past them, so that a step ends where people see something.
/// </summary>
public static class Lookahead
{
    /// <summary>More wakes in a row without a word than any campaign has; what is found then is an event without parts.</summary>
    private const int MostSilent = 2000;

    /// <summary>The next event; null when nothing will be told any more unless somebody acts.</summary>
    public static UpcomingEvent? Next(LookaheadScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var (now, sleepers, act) = (scene.Now, scene.Sleepers.ToList(), 0);
        for (var silent = 0; ; silent++)
        {
            if (NextInstant(sleepers, scene.Acts.ElementAtOrDefault(act)) is not { } next)
            {
                return null;
            }

            now = next < now ? now : next;
            var told = Wake(sleepers, now);
            for (; act < scene.Acts.Count && scene.Acts[act].At <= now; act++)
            {
                told.AddRange(Play(sleepers, scene.Acts[act], now));
            }

            if (told.Count > 0 || silent == MostSilent)
            {
                return UpcomingEvent.Of(now, told);
            }
        }
    }

    private static DateTimeOffset? NextInstant(List<Sleeper> sleepers, PlayedAction? act)
    {
        var wake = sleepers.Min(s => s.WakeAt);
        return wake is null || act?.At < wake ? act?.At : wake;
    }

    private static List<UpcomingPart> Wake(List<Sleeper> sleepers, DateTimeOffset now)
    {
        var told = new List<UpcomingPart>();
        for (var i = 0; i < sleepers.Count; i++)
        {
            if (sleepers[i].WakeAt <= now)
            {
                var played = sleepers[i].Wake(now);
                sleepers[i] = played.After;
                told.AddRange(played.Told);
            }
        }

        return told;
    }

    private static IReadOnlyList<UpcomingPart> Play(List<Sleeper> sleepers, PlayedAction act, DateTimeOffset now)
    {
        if (act is PlayedAction.ToDecision decision)
        {
            var state = (sleepers.Find(s => s is MeetingSleeper && s.Id == decision.Meeting) as MeetingSleeper)?.State;
            return decision.Resolve(state) is { } resolved ? Play(sleepers, resolved, now) : [];
        }

        if (act is PlayedAction.ToReport { AsksUnit: { } handed })
        {
            return Play(sleepers, handed, now);
        }

        var asked = act switch
        {
            PlayedAction.ToUnit a => sleepers.FindIndex(s => s is UnitSleeper && s.Id == a.Unit.Value),
            PlayedAction.ToTask a => sleepers.FindIndex(s => s is TaskSleeper && s.Id == a.Task.Value),
            PlayedAction.ToMeeting a => sleepers.FindIndex(s => s is MeetingSleeper && s.Id == a.Meeting),
            PlayedAction.ToSupervision a => sleepers.FindIndex(s => s is SupervisionSleeper && s.Id == a.Group),
            PlayedAction.ToConsolidation a => sleepers.FindIndex(s => s is ConsolidationSleeper && s.Id == a.Period.Value),
            PlayedAction.GoalOf a => sleepers.FindIndex(s => s is PhaseSleeper && s.Id == a.Phase.Value),
            PlayedAction.PassGate a => sleepers.FindIndex(s => s is PhaseSleeper && s.Id == a.Phase.Value),
            _ => -1,
        };
        if (asked < 0)
        {
            return Unasked(act) is { } part ? [part] : [];
        }

        var played = sleepers[asked].Ask(act, now);
        sleepers[asked] = played.After;
        return played.Told;
    }

    /// <summary>What is asked of an actor that no look ahead holds.</summary>
    private static UpcomingPart? Unasked(PlayedAction act) => act switch
    {
        PlayedAction.AmendPlan => UpcomingPart.Of(Happening.PlanAmended, act.By),
        PlayedAction.ImportPaper => UpcomingPart.Of(Happening.PaperImported, act.By),
        PlayedAction.ChangeMembers => UpcomingPart.Of(Happening.MembersChanged, act.By),
        PlayedAction.ToSupervision { Command: SupervisionCommand.RecordMandate } => UpcomingPart.Of(Happening.Supervised, act.By),
        PlayedAction.ToCampaign => UpcomingPart.Of(Happening.MembershipAsked, act.By),
        PlayedAction.ToReport a => UpcomingPart.Of(Happening.ReportFilled, a.Unit.Value),
        PlayedAction.ToMeeting { Act: MeetingAct.Plain { Command: MeetingCommand.Propose proposed } } => UpcomingPart.OfMeeting(Happening.MeetingPrepared, proposed.Arrangement.Title),
        _ => null,
    };
}
