using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Supervision;

/// <summary>A supervision group's way from its mandate to problems struck off.</summary>
public static class SupervisionRules
{
    /// <summary>Most visits of one group.</summary>
    public const int MostVisits = 60;

    /// <summary>Most problems of one group: their numbers have two digits.</summary>
    public const int MostProblems = 99;

    /// <summary>Most lines that a group adds to its checklist.</summary>
    public const int MostLines = 40;

    /// <summary>Longest text of a visit.</summary>
    public const int LongestText = 1000;

    /// <summary>Longest line of a checklist, matter of a mandate, place, and text of a problem.</summary>
    public const int LongestLine = 100;

    /// <summary>Longest post.</summary>
    public const int LongestPost = 40;

    /// <summary>How long after an interrupted call to a unit the group tries again.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Decides a command.</summary>
    public static Decision<SupervisionEvent> Decide(SupervisionState state, SupervisionCommand command, SupervisionTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        if (command is SupervisionCommand.RecordMandate mandate)
        {
            return MandateRules.Record(state, mandate, terms, now);
        }

        return state.Mandate is null ? new Refusal("supervision.unknown", terms.Group) : command switch
        {
            SupervisionCommand.AddLine c => MandateRules.AddLine(state, c),
            SupervisionCommand.RecordVisit c => VisitRules.Record(state, c, terms, now),
            SupervisionCommand.AddFiles c => VisitRules.AddFiles(state, c),
            SupervisionCommand.HandReport => VisitRules.HandReport(state, now),
            SupervisionCommand.AddProblem c => ProblemRules.Add(state, c, terms, now),
            SupervisionCommand.StrikeOff c => ProblemRules.StrikeOff(state, c, terms, now),
            SupervisionCommand.SendBack c => ProblemRules.SendBack(state, c, terms, now),
            SupervisionCommand.ConfirmTold c => ProblemRules.Told(state, c),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    /// <summary>When the group has something to do next: only while a unit's actor has to be told.</summary>
    public static DateTimeOffset? NextWake(SupervisionState state, DateTimeOffset now) => ProblemRules.NextToTell(state) is null ? null : now + Retry;

    /// <summary>The state after one event.</summary>
    public static SupervisionState Evolve(SupervisionState state, SupervisionEvent @event)
    {
        ArgumentNullException.ThrowIfNull(state);
        return @event switch
        {
            SupervisionEvent.MandateRecorded e => state with { Mandate = e.Mandate },
            SupervisionEvent.LineAdded e => state with { OwnLines = state.OwnLines.Add(e.Text) },
            SupervisionEvent.ReportHanded e => state with { ReportedAt = e.At, Reports = state.Reports + 1 },
            SupervisionEvent.VisitRecorded or SupervisionEvent.FilesAdded => VisitRules.Evolve(state, @event),
            _ => ProblemRules.Evolve(state, @event),
        };
    }

    internal static bool Named(string text, int most) => !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= most;
}
