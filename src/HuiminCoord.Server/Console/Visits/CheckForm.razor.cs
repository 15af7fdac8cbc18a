using HuiminCoord.Domain.Supervision;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>复查: what the unit says it has mended, and what the group found; struck off, or sent back.</summary>
public sealed partial class CheckForm : DrawerForm
{
    /// <summary>The problem.</summary>
    [Parameter]
    [EditorRequired]
    public required ProblemLine Problem { get; set; }

    /// <summary>What the unit handed in last; null where nobody owes it any more.</summary>
    [Parameter]
    public DutyEvent? HandedIn { get; set; }

    private string Word { get; set; } = "";

    private bool Shows { get; set; }

    private Task StrikeOff() => Check("strikeProblemOff", new SupervisionCommand.StrikeOff(Problem.Number, Word.Trim()), Words["supervision.strike.did", Problem.Name]);

    private Task SendBack() => Check("sendProblemBack", new SupervisionCommand.SendBack(Problem.Number, Word.Trim()), Words["supervision.back.did", Problem.Name]);

    private async Task Check(string operation, SupervisionCommand command, string did)
    {
        Shows = true;
        if (Word.Trim().Length > 0)
        {
            await Carry(() => Desk.ToSupervision(operation, Problem.Group, command), did);
        }
    }
}
