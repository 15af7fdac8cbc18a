using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Board;

/// <summary>代录: the office enters a paper that a unit has handed in, with the time at which it was received.</summary>
public sealed partial class PaperForm : DrawerForm
{
    /// <summary>What can be handed in.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<PaperChoice> Choices { get; set; }

    /// <summary>The unit that is chosen at first.</summary>
    [Parameter]
    public string? FirstUnit { get; set; }

    /// <summary>The duty that is chosen at first.</summary>
    [Parameter]
    public string? FirstDuty { get; set; }

    /// <summary>Last day on which it can have been received.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    public WorkingCalendar? Calendar { get; set; }

    private string? Unit { get; set; }

    private string? Duty { get; set; }

    private HashSet<string> Parts { get; set; } = [];

    private PaperReceipt Receipt { get; } = new();

    private bool Nil { get; set; }

    private string Note { get; set; } = "";

    private IEnumerable<(string Value, string Text)> Units => Choices.Select(c => c.At).DistinctBy(a => a.Unit).Select(a => (a.Unit, a.UnitName));

    private IEnumerable<(string Value, string Text)> Duties => Choices.Select(c => c.At).Where(a => a.Unit == Unit).Select(a => (a.Duty, a.Name));

    private PaperChoice? Chosen => Choices.FirstOrDefault(c => c.At.Unit == Unit && c.At.Duty == Duty);

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Unit = FirstUnit;
        ChooseDuty(FirstDuty);
        Receipt.Day = Today;
    }

    private void ChooseUnit(string? unit)
    {
        Unit = unit;
        // The same duty of another unit is what one means when the unit was the wrong one.
        ChooseDuty(Duty ?? FirstDuty);
    }

    private void ChooseDuty(string? duty)
    {
        Duty = Choices.Any(c => c.At.Unit == Unit && c.At.Duty == duty) ? duty : null;
        Parts = [.. Chosen?.Parts ?? []];
    }

    private async Task Send()
    {
        if (Receipt.Read(Words) is not { } received || Chosen is not { } paper)
        {
            return;
        }

        var parts = paper.Parts.Where(Parts.Contains).ToList();
        var submit = new UnitCommand.Submit(new(paper.At.Duty), parts, Note.Trim(), Nil, received);
        await Carry(
            () => Desk.ToUnit("submitObligation", paper.At.Unit, submit),
            Words["paper.did", paper.At.UnitName, paper.At.Name, Words.Parts(parts, paper.At.Annual)]);
    }
}
