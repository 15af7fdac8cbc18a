using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Board;

/// <summary>What stands between the board's head and the board: which duty, which units, what went out today.</summary>
public sealed partial class BoardTools : PagePart
{
    /// <summary>What is drawn.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardSheet Sheet { get; set; }

    /// <summary>The board's address.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardPlace Place { get; set; }

    /// <summary>The filter in force.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardFilter Filter { get; set; }

    /// <summary>False for whoever only looks.</summary>
    [Parameter]
    public bool MayAct { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>今日09:00已自动提醒4个单位，3个单位已读; who may not see what was read is not told of it.</summary>
    private string? Reminded
    {
        get
        {
            if (Sheet.Reminders.Count == 0)
            {
                return null;
            }

            var (at, units) = (NearTexts.Clock(Sheet.Reminders[0].At), Sheet.Reminders.Select(r => r.Unit).Distinct().Count());
            var read = Sheet.Reminders.Where(r => r.ReadAt is not null).Select(r => r.Unit).Distinct().Count();
            return Visitor.May("listMessages") ? Words["board.reminded.read", at, units, read] : Words["board.reminded", at, units];
        }
    }

    private void Choose(ChangeEventArgs chosen) => Navigation.NavigateTo(new BoardPlace(chosen.Value?.ToString()).Path);
}
