using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>What meetings have decided and what has become of it.</summary>
internal static class DecisionDoor
{
    internal static void Map(RouteGroupBuilder campaign) => campaign.MapGet("/decisions", List).AsRead<Page<FollowUpView>>("listDecisions");

    /// <summary>Lists what the meetings have decided, newest meeting first.</summary>
    /// <remarks>A unit's seat sees those of the meetings in which the unit sits. How far each is comes from the duty by which its owner owes it.</remarks>
    internal static async Task<Page<FollowUpView>> List(string campaign, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.All([.. (await DecisionReader.Of(scene, cancellation)).Select(FollowUpView.Of)]);
    }
}

/// <summary>A decision and what has become of it.</summary>
/// <param name="Due">The day in force; null while only working days are counted.</param>
/// <param name="OnTime">Null while it was not handed in.</param>
/// <param name="Duty">The duty by which its owner owes it.</param>
internal sealed record FollowUpView(
    string Meeting, string MeetingTitle, DateOnly Held, int Number, string Text, string Owner, IReadOnlyList<string> With, DateOnly? Due, FollowUpStage Stage, string StageWords, bool? OnTime, string? Duty)
{
    internal static FollowUpView Of(FollowUp d) => new(
        d.Meeting, d.MeetingTitle, d.Held, d.Number, d.Text, d.Owner.Value, [.. d.With.Select(u => u.Value)], d.Due, d.Stage, MeetingWords.Of(d.Stage), d.OnTime, d.Duty?.Value);
}
