using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Board;

/// <summary>Units × duties. A row leads to the unit's drawer; earlier months are signs until they are unfolded.</summary>
public sealed partial class BoardTable : PagePart
{
    /// <summary>Earlier months that are seen without unfolding.</summary>
    private const int Seen = 2;

    /// <summary>What is drawn.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardSheet Sheet { get; set; }

    /// <summary>The units that the filter lets through.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<BoardLine> Lines { get; set; }

    /// <summary>The board's address.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardPlace Place { get; set; }

    /// <summary>Units that are chosen; changed in place.</summary>
    [Parameter]
    [EditorRequired]
    public required ISet<string> Chosen { get; set; }

    /// <summary>Another choice was made.</summary>
    [Parameter]
    public EventCallback ChosenChanged { get; set; }

    /// <summary>Campaign's day.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>As known today.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private IReadOnlyList<BoardMonth> Folded => [.. Sheet.Months.TakeLast(Seen)];

    /// <summary>Signs that stand on the board, each once.</summary>
    private IEnumerable<BoardMark> Shown => Sheet.Lines.SelectMany(l => l.Months).OfType<BoardMark>().DistinctBy(m => m.Is).OrderBy(m => m.Is == Status.Accepted ? 0 : 1);

    private string Range(IReadOnlyList<BoardMonth> months) =>
        months.Count > 1 && DutyNames.MonthOf(months[0].Duty) is { } first && DutyNames.MonthOf(months[^1].Duty) is { } last ? Words.Months(first, last) : months[0].Name;

    private static bool HasParts(BoardColumn column) => column.Parts.Count > 1;

    private void Open(BoardLine line) => Navigation.NavigateTo((Place with { Unit = line.Unit, Of = null, Doing = null }).Path);

    private Task Choose(BoardLine line)
    {
        if (!Chosen.Remove(line.Unit))
        {
            Chosen.Add(line.Unit);
        }

        return ChosenChanged.InvokeAsync();
    }

    private Task ChooseAll(ChangeEventArgs all)
    {
        Chosen.ExceptWith(Lines.Select(l => l.Unit));
        if (all.Value is true)
        {
            Chosen.UnionWith(Lines.Select(l => l.Unit));
        }

        return ChosenChanged.InvokeAsync();
    }
}
