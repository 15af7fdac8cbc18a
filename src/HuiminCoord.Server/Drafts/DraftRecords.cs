using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Server.Drafts;

/// <summary>A draft without its text.</summary>
/// <param name="Version">Give it back when the draft is saved or discarded: it says what the writer has seen.</param>
/// <param name="SavedAt">Real time.</param>
/// <param name="SavedBy">Who saved it last, as the audit names people.</param>
/// <param name="CampaignAt">The same instant by the campaign's clock: in a rehearsal people read this one.</param>
public sealed record DraftHead(string Form, long Version, DateTimeOffset SavedAt, string SavedBy, DateTimeOffset CampaignAt);

/// <summary>A draft.</summary>
/// <param name="Body">JSON of the form.</param>
public sealed record Draft(DraftHead Head, string Body)
{
    internal static Draft Of(DraftRow row) => new(new(row.Form, row.Version, row.SavedAt, row.SavedBy, row.CampaignAt), row.Body);
}

/// <summary>What became of saving or discarding a draft.</summary>
/// <param name="Stands">What is stored now: what was saved or, where it was refused, what somebody else has written; null = nothing.</param>
/// <param name="Replaced">A newer text of the writer's own that gave way without having been seen: it came from another window.</param>
/// <param name="Refusal">Why nothing changed; null when it did.</param>
public sealed record DraftAnswer(Draft? Stands, Draft? Replaced, Refusal? Refusal);

/// <summary>填报中: a unit has begun to fill a part of what it owes.</summary>
/// <param name="SavedAt">When it was saved last, real time.</param>
/// <param name="CampaignAt">The same instant by the campaign's clock.</param>
public sealed record FillingPart(string Unit, string Duty, string Part, DateTimeOffset SavedAt, DateTimeOffset CampaignAt);
