using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Administration;

/// <summary>Accounts, one a row, with what can be done about each.</summary>
public sealed partial class AccountTable : PagePart
{
    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<AccountEntry> Accounts { get; set; }

    /// <summary>The reader's own login name: nobody closes their own account.</summary>
    [Parameter]
    [EditorRequired]
    public required string Own { get; set; }

    private Plan? Plan { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Plan = await Visitor.Plan();

    private string SeatsOf(AccountEntry account) =>
        account.Seats.Count == 0 ? "—" : string.Join(Words["page.comma"], account.Seats.Select(s => Words.Title(s.Seat, s.Campaign == Plan?.Campaign.Value ? Plan : null)));
}
