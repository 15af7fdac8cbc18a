using System.Globalization;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>A paper that is put together beside the calendar: its days are marked there, its number and reason are written here.</summary>
public sealed partial class PaperEditor : PagePart
{
    /// <summary>Bytes of a file: a paper has about 1,200 characters.</summary>
    private const int LargestFile = CalendarPaper.LongestText * 3;

    /// <summary>What is prepared, changed in place.</summary>
    [Parameter]
    [EditorRequired]
    public required PaperProposal Proposal { get; set; }

    /// <summary>True where a layer is always of the campaign's own district.</summary>
    [Parameter]
    public bool RegionFixed { get; set; }

    /// <summary>True for seats that import; others propose.</summary>
    [Parameter]
    public bool Imports { get; set; }

    /// <summary>True once the preview was seen.</summary>
    [Parameter]
    public bool Ready { get; set; }

    /// <summary>True when fields say what they lack.</summary>
    [Parameter]
    public bool Showing { get; set; }

    /// <summary>True while something is on its way.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>True when there is something to undo.</summary>
    [Parameter]
    public bool CanUndo { get; set; }

    /// <summary>Something was changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>The last change is to be undone.</summary>
    [Parameter]
    public EventCallback Undone { get; set; }

    /// <summary>A file was chosen: its text.</summary>
    [Parameter]
    public EventCallback<string> Opened { get; set; }

    /// <summary>What it moves is to be shown.</summary>
    [Parameter]
    public EventCallback Previewed { get; set; }

    /// <summary>The director is asked.</summary>
    [Parameter]
    public EventCallback Proposed { get; set; }

    /// <summary>It is to be imported.</summary>
    [Parameter]
    public EventCallback Imported { get; set; }

    /// <summary>It is given up.</summary>
    [Parameter]
    public EventCallback Dropped { get; set; }

    /// <summary>The calendar is only looked at again; what was prepared stays.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    private PaperSketch Sketch => Proposal.Sketch;

    private bool TooLarge { get; set; }

    private string? ErrorAt(PaperField field) => Showing && PaperSketches.Missing(Sketch).Contains(field) ? Words[$"cal.lacks.{field}"] : null;

    private string DaysOf(FestivalSketch festival) =>
        Words["cal.festival.days", Listed(festival.Rest), Listed(festival.Work)];

    private static string Listed(SortedSet<DateOnly> days) => days.Count == 0 ? "—" : string.Join(' ', days.Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture)));

    private Task Tell() => Changed.InvokeAsync();

    private Task Mark(bool works)
    {
        Proposal.MarksWork = works;
        return Tell();
    }

    private Task Choose(int festival)
    {
        Proposal.Festival = festival;
        return Tell();
    }

    private Task Add()
    {
        Sketch.Festivals.Add(new());
        Proposal.Festival = Sketch.Festivals.Count - 1;
        return Tell();
    }

    private Task Drop(FestivalSketch festival)
    {
        Sketch.Festivals.Remove(festival);
        Proposal.Festival = 0;
        return Tell();
    }

    private async Task Open(InputFileChangeEventArgs chosen)
    {
        TooLarge = chosen.File.Size > LargestFile;
        if (!TooLarge)
        {
            using var reader = new StreamReader(chosen.File.OpenReadStream(LargestFile, Visitor.Gone));
            await Opened.InvokeAsync(await reader.ReadToEndAsync(Visitor.Gone));
        }
    }
}
