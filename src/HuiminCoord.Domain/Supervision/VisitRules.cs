using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Supervision;

/// <summary>Visits, planned and made, and the report on them.</summary>
internal static class VisitRules
{
    internal static Decision<SupervisionEvent> Record(SupervisionState state, SupervisionCommand.RecordVisit c, SupervisionTerms terms, DateTimeOffset now)
    {
        var known = state.Visit(c.Id);
        var visit = new SupervisionVisit(c.Id, c.Day, c.Unit, c.Place.Trim(), [.. c.Lines.Distinct()], c.Achievements.Trim(), c.Highlights.Trim(), [], (known?.Revision ?? 0) + 1);
        // What stands there already is no news, also after the mandate has become narrower.
        return visit.SaysAs(known) ? Decision<SupervisionEvent>.Nothing
            : c.Seen is { } seen && seen != (known?.Revision ?? 0) ? new Refusal("visit.changed")
            : Refuse(state, visit, terms) is { } refusal ? refusal
            : known is null && state.Visits.Count >= SupervisionRules.MostVisits ? new Refusal("supervision.too-many-visits", $"{SupervisionRules.MostVisits}")
            : Decision<SupervisionEvent>.Keep(new SupervisionEvent.VisitRecorded(visit, now));
    }

    internal static Decision<SupervisionEvent> AddFiles(SupervisionState state, SupervisionCommand.AddFiles c)
    {
        if (state.Visit(c.Visit) is not { } visit)
        {
            return new Refusal("visit.unknown", c.Visit);
        }

        var fresh = c.Files.Where(f => visit.Files.All(v => v.Hash != f.Hash)).DistinctBy(f => f.Hash).ToList();
        return (FileRules.Refuse(c.Files) ?? FileRules.RefuseCount(visit.Files.Count + fresh.Count)) is { } refusal ? refusal
            : fresh.Count == 0 ? Decision<SupervisionEvent>.Nothing
            : Decision<SupervisionEvent>.Keep(new SupervisionEvent.FilesAdded(c.Visit, fresh));
    }

    internal static Decision<SupervisionEvent> HandReport(SupervisionState state, DateTimeOffset now) =>
        state.VisitsUntil(ChinaTime.DateOf(now)) == 0 && state.Problems.Count == 0
            ? new Refusal("supervision.nothing-to-report")
            : Decision<SupervisionEvent>.Keep(new SupervisionEvent.ReportHanded(now));

    internal static SupervisionState Evolve(SupervisionState state, SupervisionEvent @event) => @event switch
    {
        SupervisionEvent.VisitRecorded e when state.Visit(e.Visit.Id) is { } known => Replaced(state, e.Visit with { Files = known.Files }),
        SupervisionEvent.VisitRecorded e => state with { Visits = state.Visits.Add(e.Visit) },
        SupervisionEvent.FilesAdded e when state.Visit(e.Visit) is { } visit => Replaced(state, visit with { Files = [.. visit.Files, .. e.Files] }),
        _ => throw new InvalidOperationException($"Unknown event {@event.GetType().Name}."),
    };

    private static SupervisionState Replaced(SupervisionState state, SupervisionVisit visit) =>
        state with { Visits = state.Visits.SetItem(state.Visits.FindIndex(v => v.Id == visit.Id), visit) };

    private static Refusal? Refuse(SupervisionState state, SupervisionVisit v, SupervisionTerms terms)
    {
        var mandate = state.Mandate!;
        var lines = Checklist.Of(mandate, state.OwnLines, terms.Plan).Select(l => l.Id).Concat(state.Visit(v.Id)?.Lines ?? []).ToHashSet();
        return !IdText.IsValid(v.Id) ? new Refusal("id.malformed", v.Id)
            : !mandate.Units.Contains(v.Unit) ? new Refusal("supervision.out-of-scope", terms.Plan.Unit(v.Unit)?.Name ?? v.Unit.Value)
            : v.Day < mandate.From || v.Day > mandate.Until ? new Refusal("visit.day-out-of-range", $"{mandate.From:yyyy-MM-dd}", $"{mandate.Until:yyyy-MM-dd}")
            : !SupervisionRules.Named(v.Place, SupervisionRules.LongestLine) ? new Refusal("visit.place-needed", $"{SupervisionRules.LongestLine}")
            : v.Achievements.Length > SupervisionRules.LongestText || v.Highlights.Length > SupervisionRules.LongestText ? new Refusal("text.too-long", $"{SupervisionRules.LongestText}")
            : v.Lines.FirstOrDefault(l => !lines.Contains(l)) is { } unknown ? new Refusal("supervision.line-unknown", unknown)
            : null;
    }
}
