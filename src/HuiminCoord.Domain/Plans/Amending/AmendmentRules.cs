using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Domain.Plans.Amending;

/// <summary>What an amendment may not do, whoever decides it.</summary>
public static class AmendmentRules
{
    /// <summary>The reason why <paramref name="next"/> cannot take the place of the versions before it, or null.</summary>
    /// <param name="versions">All versions in force so far, the present one last; at least one.</param>
    /// <returns>
    /// <c>amendment.other-campaign</c>, <c>campaign.version-out-of-order</c>, <c>amendment.nothing-changed</c>,
    /// <c>amendment.members-by-meeting</c>, <c>amendment.id-reused</c>, <c>amendment.phase-removed</c>,
    /// <c>amendment.ladder-removed</c>, <c>amendment.lead-changed</c>, <c>amendment.column-kind</c>.
    /// </returns>
    public static Refusal? Refuse(IReadOnlyList<Plan> versions, Plan next)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(next);
        var now = versions[^1];
        return OtherCampaign(now, next)
            ?? Order(now, next)
            ?? (PlanComparison.Between(now, next).Count == 0 ? new Refusal("amendment.nothing-changed", $"{now.Version}") : null)
            ?? Members(now, next)
            ?? Reused(versions, next)
            ?? Removed(now, next)
            ?? Lead(now, next)
            ?? ColumnKind(versions, next);
    }

    /// <summary>Actors, calendars and inboxes hang on these.</summary>
    private static Refusal? OtherCampaign(Plan now, Plan next) =>
        now.Campaign != next.Campaign || now.District.Code != next.District.Code || now.Document.IssuedOn != next.Document.IssuedOn
            ? new Refusal("amendment.other-campaign", now.Campaign.Value) : null;

    private static Refusal? Order(Plan now, Plan next) =>
        next.Version == now.Version + 1 ? null : new Refusal("campaign.version-out-of-order", $"{next.Version}", $"{now.Version}");

    /// <summary>五、（一）: the joint meeting may change the member units; the office director adjusts content and measures.</summary>
    private static Refusal? Members(Plan now, Plan next) =>
        next.Amendment?.DecidedBy != AmendingBody.Meeting && !now.Units.Select(u => u.Id).ToHashSet().SetEquals(next.Units.Select(u => u.Id))
            ? new Refusal("amendment.members-by-meeting") : null;

    /// <summary>The steps and events of what ended stay under its id; something else under the same id would mix with them.</summary>
    private static Refusal? Reused(IReadOnlyList<Plan> versions, Plan next)
    {
        var earlier = versions.Take(versions.Count - 1).ToList();
        var present = Ids(versions[^1]);
        var ended = earlier.SelectMany(Ids).Where(id => !present.Contains(id)).ToHashSet();
        return Ids(next).FirstOrDefault(ended.Contains) is { } again ? new Refusal("amendment.id-reused", again) : null;
    }

    private static HashSet<string> Ids(Plan plan) =>
        [.. plan.Duties.SelectMany(Occurrence.Of).Select(o => o.Id.Value), .. plan.Tasks.Select(t => $"tasks.{t.Id}"), .. FormIds(plan.Forms)];

    /// <summary>Figures and texts of reports are kept under these.</summary>
    private static IEnumerable<string> FormIds(FormPlan? forms) => forms is null ? [] :
    [
        .. forms.Table.Columns.Select(c => $"columns.{c.Code}"), .. forms.Table.Sections.Select(s => $"rows.{s.Id}"), .. forms.Summary.Sections.Select(s => $"summary.{s.Id}"),
    ];

    /// <summary>A phase is left through its gate, by evidence or by a signed waiver; what was assigned under a ladder still needs it.</summary>
    private static Refusal? Removed(Plan now, Plan next) =>
        now.Phases.FirstOrDefault(p => next.Phase(p.Id) is null) is { } phase ? new Refusal("amendment.phase-removed", phase.Title)
        : now.Ladders.Keys.Where(k => !next.Ladders.ContainsKey(k)).Cast<DutyKind?>().FirstOrDefault() is { } kind ? new Refusal("amendment.ladder-removed", $"{kind}")
        : null;

    /// <summary>The lead unit owes the milestones of its tasks; they cannot follow to another unit.</summary>
    private static Refusal? Lead(Plan now, Plan next) =>
        now.Tasks.FirstOrDefault(t => next.Task(t.Id) is { } later && now.Domain(t.Domain)!.Lead != next.Domain(later.Domain)!.Lead) is { } task
            ? new Refusal("amendment.lead-changed", task.Title) : null;

    /// <summary>Figures of earlier months would mean something else. It is not allowed over a version without the column either.</summary>
    private static Refusal? ColumnKind(IReadOnlyList<Plan> versions, Plan next)
    {
        var kinds = versions.SelectMany(v => v.Forms?.Table.Columns ?? []).ToLookup(c => c.Code, c => c.Kind);
        return next.Forms?.Table.Columns.FirstOrDefault(c => kinds[c.Code].Any(k => k != c.Kind)) is { } column ? new Refusal("amendment.column-kind", column.Name) : null;
    }
}
