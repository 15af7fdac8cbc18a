using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>A campaign in a list.</summary>
/// <param name="PlanVersion">The version in force; 0 = none is issued.</param>
/// <param name="Stage"><c>stored</c> before a plan is issued, <c>starting</c> until it has reached every actor, then <c>running</c>.</param>
internal sealed record CampaignLine(string Campaign, string Title, int PlanVersion, string Stage);

/// <summary>A campaign.</summary>
/// <param name="Document">Number of the issued paper.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Convenor">The unit whose head convenes the joint meeting.</param>
/// <param name="Now">Campaign time.</param>
/// <param name="Rehearsal">True when that time is a rehearsal's.</param>
internal sealed record CampaignView(
    string Campaign, string Title, int PlanVersion, string Stage, string DistrictCode, string District, string Document, string Issuer, DateOnly IssuedOn,
    DateOnly From, DateOnly To, string Convenor, int Units, int Tasks, int Phases, DateTimeOffset Now, bool Rehearsal)
{
    internal static CampaignView Of(CampaignScene scene, bool rehearsal)
    {
        var (row, plan) = (scene.Row, scene.Plan);
        return new(
            row.Campaign, row.Title, row.PlanVersion, row.Stage, plan.District.Code, plan.District.Name, plan.Document.Number, plan.Document.Issuer,
            plan.Document.IssuedOn, plan.Window.From, plan.Window.To, plan.Convenor.Value, plan.Units.Count, plan.Tasks.Count, plan.Phases.Count,
            scene.Now, rehearsal);
    }
}

/// <summary>Issuing a plan.</summary>
/// <param name="Version">A stored version, one above the one in force.</param>
public sealed record IssueBody([property: Within(1, 10000)] int Version);

/// <summary>A point that the paper leaves open.</summary>
/// <param name="Ask">The question to the convenor.</param>
/// <param name="Default">What holds until it is answered.</param>
/// <param name="Affects">The setting or duty it governs.</param>
/// <param name="Answer">What the convenor answered; null while the default holds.</param>
internal sealed record QuestionView(string Id, string Ask, string Default, string Affects, string? Answer);
