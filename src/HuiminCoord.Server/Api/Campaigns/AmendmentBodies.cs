using System.Text.Json;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>An amended plan, whole: the present text with its changes, the next version number and <c>amendment</c>.</summary>
/// <param name="Plan">A plan as <c>plan.schema.json</c> describes it.</param>
public sealed record AmendBody(JsonElement Plan);

/// <summary>The convenor's answer to an open question. It becomes the next version of the plan.</summary>
/// <param name="Answer">In words; told to every unit.</param>
/// <param name="Basis">What it rests on; absent = the question itself.</param>
/// <param name="DecidedBy">Who decided it.</param>
/// <param name="Settings">Settings that it changes.</param>
/// <param name="Tables">Units, by id, that fill another table from now on.</param>
public sealed record AnswerBody(
    [property: Words(800, 1)] string Answer, [property: Words(100)] string? Basis = null, AmendingBody DecidedBy = AmendingBody.OfficeDirector,
    SettingsBody? Settings = null, [property: Entries(0, 200)] IReadOnlyDictionary<string, TableProfile>? Tables = null)
{
    /// <exception cref="RefusedException"><c>unit.unknown</c>.</exception>
    internal PlanAnswer To(string question) => new(question, Answer, Basis ?? "", DecidedBy, Settings?.To(), Tables?.ToDictionary(t => Unit(t.Key), t => t.Value));

    private static UnitId Unit(string id) => IdText.IsValid(id) ? new UnitId(id) : throw new RefusedException(new Refusal("unit.unknown", CampaignDirectory.Shown(id)));
}

/// <summary>Settings to change; what is absent stays. Times are Asia/Shanghai.</summary>
public sealed record SettingsBody(
    TimeOnly? DigestAt = null, TimeOnly? CloseOfBusiness = null, [property: Within(2, 30)] int? LongRestDays = null,
    [property: Within(1, 60)] int? ReviewWorkdays = null, [property: Within(1, 60)] int? CorrectionWorkdays = null,
    [property: Within(1, 365)] int? StaleTaskDays = null, [property: Words(100)] string? OfficePhone = null,
    [property: AddedLater, Within(1, 365)] int? SlowTaskDays = null)
{
    internal SettingsChange To() => new(DigestAt, CloseOfBusiness, LongRestDays, ReviewWorkdays, CorrectionWorkdays, StaleTaskDays, OfficePhone, SlowTaskDays);
}

/// <summary>What an amendment would change. Nothing has happened.</summary>
/// <param name="Version">The version it would become.</param>
/// <param name="Acceptable">True when the amendment can be made as it is.</param>
/// <param name="Problems">What is wrong with the text, all at once, each with its place.</param>
/// <param name="Refusal">Why a readable plan cannot take the place of the present one; null = it can.</param>
/// <param name="Differences">In what it differs from the version in force.</param>
/// <param name="Effects">What it would do to the units; empty when it cannot be made.</param>
internal sealed record AmendmentPreview(
    int Version, bool Acceptable, IReadOnlyList<PlanProblem> Problems, RefusalView? Refusal, IReadOnlyList<PlanDifference> Differences, EffectsView Effects);

/// <summary>A refusal that is told rather than returned.</summary>
internal sealed record RefusalView(string Code, string Title, string Detail)
{
    internal static RefusalView Of(Refusal refusal, Language language)
    {
        var sentence = RefusalWords.Say(refusal, language);
        return new(refusal.Code, sentence.Title, sentence.Detail);
    }
}

/// <summary>One version of the plan.</summary>
/// <param name="Reason">Why it took the place of the one before; empty for the first.</param>
/// <param name="Basis">What that rests on.</param>
/// <param name="DecidedBy">Null for the first.</param>
/// <param name="IssuedAt">Null while it is only stored.</param>
/// <param name="Differences">In what it differs from the version before.</param>
/// <param name="Confirmed">Units that have confirmed its receipt.</param>
/// <param name="Awaited">Units that have not, this version being in force.</param>
internal sealed record AmendmentView(
    int Version, string Reason, string Basis, AmendingBody? DecidedBy, DateTimeOffset? IssuedAt, IReadOnlyList<PlanDifference> Differences,
    IReadOnlyList<string> Confirmed, IReadOnlyList<string> Awaited)
{
    internal static AmendmentView Of(PlanVersion version, bool inForce)
    {
        var amendment = version.Plan.Amendment;
        return new(
            version.Plan.Version, amendment?.Reason ?? "", amendment?.Basis ?? "", amendment?.DecidedBy, version.IssuedAt, version.Differences,
            [.. version.Confirmed.Select(r => r.Unit.Id.Value)], inForce ? [.. version.Receipts.Where(r => r.At is null).Select(r => r.Unit.Id.Value)] : []);
    }
}
