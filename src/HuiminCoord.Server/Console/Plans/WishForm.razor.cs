using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Server.Api.Memberships;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Puts before the joint meeting that a unit joins or leaves.</summary>
public sealed partial class WishForm : DrawerForm
{
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);

    /// <summary>True for a unit that joins.</summary>
    [Parameter]
    [EditorRequired]
    public required bool Adds { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    [Inject]
    private Membership Membership { get; set; } = null!;

    private string Unit { get; set; } = "";

    private string Name { get; set; } = "";

    private string Aliases { get; set; } = "";

    private string Reason { get; set; } = "";

    private string? Table { get; set; } = $"{TableProfile.Managing}";

    private bool IdWrong { get; set; }

    private IEnumerable<(string Value, string Text)> Tables => Enum.GetValues<TableProfile>().Select(t => ($"{t}", Words[$"plan.table.{t}"]));

    private void Choose(string? unit) => Unit = unit ?? "";

    private void Toggle(string domain)
    {
        if (!_domains.Remove(domain))
        {
            _domains.Add(domain);
        }
    }

    private async Task Send()
    {
        IdWrong = !IdText.IsValid(Unit.Trim());
        if (!IdWrong)
        {
            var body = new ProposeMembershipBody(
                Adds ? MembershipChange.Add : MembershipChange.Remove, Unit.Trim(), Reason, Name,
                Aliases.Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Enum.Parse<TableProfile>(Table ?? $"{TableProfile.Managing}"), [.. Plan.Domains.Select(d => d.Id).Where(_domains.Contains)]);
            await Carry(() => Desk.Do("proposeMembership", wish => Membership.Propose(Desk.Campaign, body, wish)), Words["plan.members.propose.did"]);
        }
    }
}
