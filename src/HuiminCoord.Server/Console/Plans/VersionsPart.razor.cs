using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>版本: every version with its reason, who issued it, and in what it differs from the one before.</summary>
public sealed partial class VersionsPart : LivePage
{
    private const string Question = "question/";

    /// <summary>The version whose differences are shown; null = none.</summary>
    [Parameter]
    public int? Chosen { get; set; }

    [Inject]
    private PlanVersions Reader { get; set; } = null!;

    private IReadOnlyList<PlanVersion> Versions { get; set; } = [];

    private PlanVersion? Shown => Versions.FirstOrDefault(v => v.Plan.Version == Chosen);

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("listAmendments");
        Versions = await Reader.Of(scene, Visitor.Gone);
    }

    private IReadOnlyList<DifferenceLine> Differences(PlanVersion version) =>
        version.Before is { } before ? new DifferenceLines(Words, before, version.Plan).Of(version.Differences) : [];

    private string Reason(PlanVersion version) => version.Plan.Amendment?.Reason ?? Words["plan.first"];

    /// <summary>A rehearsal's script signs as the office as a whole.</summary>
    private string Issuer(PlanVersion version) => version.IssuedBy.Seat switch
    {
        null => "—",
        Recipients.Office => Words["plan.role.Office"],
        var seat => string.Join(" · ", new[] { Words.Title(seat, version.Plan), version.IssuedBy.Login }.OfType<string>()),
    };

    /// <summary>An answer to a question rests on it: its words say more than its id.</summary>
    private static string BasisOf(string basis, Plan plan) =>
        basis.StartsWith(Question, StringComparison.Ordinal) ? plan.Questions.FirstOrDefault(q => q.Id == basis[Question.Length..])?.Ask ?? basis : basis;

    private void Close() => Navigation.NavigateTo("/plan?tab=versions");
}
