using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>开通单: what a person needs to activate an account.</summary>
public sealed partial class ActivationPaper : PagePart
{
    /// <summary>What stands on it.</summary>
    [Parameter]
    [EditorRequired]
    public required ActivationSlip Slip { get; set; }

    private IEnumerable<(string Name, string Value)> Lines =>
    [
        (Words["account.name"], Slip.Name),
        (Words["account.login"], Slip.Login),
        .. Slip.Seats.Count == 0 ? [] : new[] { (Words["account.seats"], string.Join("、", Slip.Seats)) },
        (Words["slip.goodUntil"], Words.Moment(Slip.ExpiresAt)),
    ];
}
