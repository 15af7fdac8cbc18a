using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Units;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.People;

/// <summary>Proposes another member of the joint meeting, takes that back, or enters what the meeting decided.</summary>
public sealed partial class MemberForm : DrawerForm
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>Which of the three.</summary>
    [Parameter]
    [EditorRequired]
    public required string What { get; set; }

    /// <summary>What waits now.</summary>
    [Parameter]
    [EditorRequired]
    public required MemberView Matter { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    public WorkingCalendar? Calendar { get; set; }

    private string Holder { get; set; } = "";

    private string Title { get; set; } = "";

    private string Phone { get; set; } = "";

    private string Reason { get; set; } = "";

    private string Basis { get; set; } = "";

    private string? Outcome { get; set; }

    private DateOnly? From { get; set; }

    private DateOnly? Until { get; set; }

    private bool Missing { get; set; }

    private IEnumerable<(string Value, string Text)> Outcomes => [(Yes, Words["people.member.yes"]), (No, Words["people.member.no"])];

    private Task Send() => What switch
    {
        MemberPart.Propose => Carry(() => Tell("proposeMember", new UnitCommand.ProposeMember(Holder, Title, Phone, From, Reason)), Words["people.member.propose.did"]),
        MemberPart.Withdraw => Carry(() => Tell("withdrawMember", new UnitCommand.WithdrawMember(Reason)), Words["people.member.withdraw.did"]),
        _ => SendDecision(),
    };

    private async Task SendDecision()
    {
        Missing = Outcome is not (Yes or No);
        if (!Missing)
        {
            await Carry(() => Tell("decideMember", new UnitCommand.DecideMember(Outcome == Yes, Outcome == Yes ? From : null, Outcome == Yes ? Until : null, Basis)), Words["people.member.decide.did"]);
        }
    }

    private Task<CommandAnswer> Tell(string operation, UnitCommand command) => Desk.ToUnit(operation, Matter.Unit, command);
}
