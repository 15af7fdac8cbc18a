using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Memberships;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>成员调整: what waits for the joint meeting about its members, and carrying out what it decided.</summary>
public sealed partial class MembersPart : LivePage
{
    /// <summary>The unit that a form is about; null = none.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>The form that is open: add, remove, carry, withdraw; null = none.</summary>
    [Parameter]
    public string? Open { get; set; }

    private MembershipView? View { get; set; }

    private Plan? Plan { get; set; }

    private MembershipWishView? Wish => View?.Units.FirstOrDefault(u => u.Unit == Chosen);

    private bool MayPropose => Visitor.May("proposeMembership");

    private bool MayWithdraw => Visitor.May("withdrawMembership");

    private bool MayChange => Visitor.May("changeMembers");

    private string? Form => Open switch
    {
        "add" or "remove" when MayPropose => Open,
        "carry" when Wish is not null => Open,
        "withdraw" when Wish is not null && MayWithdraw => Open,
        _ => null,
    };

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getMembership");
        (View, Plan) = (await MembershipReader.Of(scene, Visitor.Gone), scene.Campaign.Plan);
    }

    private static string At(string? unit, string? act) => $"/plan?tab=members{(unit is null ? "" : $"&part={unit}")}{(act is null ? "" : $"&show={act}")}";

    private async Task Close()
    {
        await Reload();
        Navigation.NavigateTo(At(null, null));
    }
}
