using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Units;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.People;

/// <summary>成员调整: who shall sit for the unit in the joint meeting. The unit proposes, the meeting decides, the office enters it.</summary>
public sealed partial class MemberPart : LivePage
{
    internal const string Propose = "propose";
    internal const string Withdraw = "withdraw";
    internal const string Decide = "decide";

    /// <summary>The unit.</summary>
    [Parameter]
    [EditorRequired]
    public required string Unit { get; set; }

    [SupplyParameterFromQuery(Name = "member")]
    private string? What { get; set; }

    private MemberView? Matter { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private MemberProposalView? Pending => Matter?.Pending;

    /// <summary>What the reader may do now.</summary>
    private IReadOnlyList<string> Acts => Matter is null ? [] : [.. Possible().Where(a => Visitor.ReachOf(a.Row).HasFlag(Visitor.Asker.Standing.ToUnit(Unit))).Select(a => a.Act)];

    private string? Chosen => Acts.FirstOrDefault(a => a == What);

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        Desk.RequireUnit("getMember", Unit);
        await using var scene = await Desk.Read("getMember");
        ActorDoor.RequireUnit(scene.Campaign, Unit);
        (Matter, Calendar) = (await MemberReader.One(scene, Unit, Visitor.Gone), scene.Campaign.Calendar);
    }

    private IEnumerable<(string Act, string Row)> Possible()
    {
        if (Pending is null)
        {
            yield return (Propose, "proposeMember");
        }
        else
        {
            yield return (Decide, "decideMember");
            if (Pending.AgreedFrom is null)
            {
                yield return (Withdraw, "withdrawMember");
            }
        }
    }

    private string At(string? act) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["member"] = act, ["seat"] = null, ["act"] = null });

    private async Task Close()
    {
        await Reload();
        Navigation.NavigateTo(At(null));
    }
}
