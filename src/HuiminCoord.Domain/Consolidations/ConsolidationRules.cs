using System.Globalization;
using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Consolidations;

/// <summary>From units' reports to one table: sent upward, locked, and told in a bulletin.</summary>
public static class ConsolidationRules
{
    /// <summary>Most tables that are kept of one period.</summary>
    public const int MostTables = 60;

    /// <summary>Longest note of a table, in UTF-16 characters.</summary>
    public const int LongestNote = 200;

    /// <summary>Decides a command.</summary>
    public static Decision<ConsolidationEvent> Decide(ConsolidationState state, ConsolidationCommand command, ConsolidationTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        // What was issued stays issued in a period that an amendment has taken away: it is numbered and signed for all the same.
        return terms.Occurrence is null && command is not (ConsolidationCommand.TypeNumber or ConsolidationCommand.Acknowledge) ? new Refusal("district.unknown") : command switch
        {
            ConsolidationCommand.SendUpward c => SendUpward(state, c, terms, now),
            ConsolidationCommand.Lock => Lock(state, terms, now),
            ConsolidationCommand.Circulate c => BulletinRules.Circulate(state, c, terms, now),
            ConsolidationCommand.RaiseObjection c => BulletinRules.RaiseObjection(state, c, now),
            ConsolidationCommand.AnswerObjection c => BulletinRules.Answer(state, c, now),
            ConsolidationCommand.Issue c => BulletinRules.Issue(state, c, terms, now),
            ConsolidationCommand.TypeNumber c => BulletinRules.TypeNumber(state, c),
            ConsolidationCommand.Acknowledge c => BulletinRules.Acknowledge(state, c, now),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    /// <summary>The state after one event.</summary>
    public static ConsolidationState Evolve(ConsolidationState state, ConsolidationEvent @event)
    {
        ArgumentNullException.ThrowIfNull(state);
        return @event is ConsolidationEvent.TableKept kept ? state with { Tables = state.Tables.Add(kept.Table) } : state with { Bulletin = BulletinRules.Evolve(state.Bulletin, @event) };
    }

    /// <summary>The next table, kept as the registers know it now; a refusal when there are too many.</summary>
    internal static Decision<ConsolidationEvent> Keep(ConsolidationState state, KeptFor what, string note, ConsolidationTerms terms, DateTimeOffset now, params IReadOnlyList<ConsolidationEvent> then)
    {
        var table = new KeptTable(state.Tables.Count + 1, what, terms.Plan.Version, note, now);
        return table.Number > MostTables ? new Refusal("consolidation.too-many-tables", MostTables.ToString(CultureInfo.InvariantCulture))
            : Decision<ConsolidationEvent>.Keep([new ConsolidationEvent.TableKept(table, terms.Reports), .. then]);
    }

    private static Decision<ConsolidationEvent> SendUpward(ConsolidationState state, ConsolidationCommand.SendUpward command, ConsolidationTerms terms, DateTimeOffset now) =>
        command.Note.Length > LongestNote ? new Refusal("text.too-long", LongestNote.ToString(CultureInfo.InvariantCulture))
        : !terms.HasReports ? new Refusal("consolidation.no-reports")
        : Keep(state, KeptFor.SentUpward, command.Note.Trim(), terms, now);

    /// <summary>Whoever is late is waited for, or is exempted with a reason: a locked month has no gaps. It may go upward before.</summary>
    private static Decision<ConsolidationEvent> Lock(ConsolidationState state, ConsolidationTerms terms, DateTimeOffset now) =>
        terms.Lock == LockStanding.Locked ? Decision<ConsolidationEvent>.Nothing
        : terms.Open.Count > 0 ? new Refusal("consolidation.not-complete", terms.Names(terms.Open))
        : !terms.HasReports ? new Refusal("consolidation.no-reports")
        : Keep(state, KeptFor.Locked, "", terms, now);
}
