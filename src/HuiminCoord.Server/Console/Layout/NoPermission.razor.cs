namespace HuiminCoord.Server.Console.Layout;

/// <summary>Names the present seat, and offers another.</summary>
public sealed partial class NoPermission : PagePart
{
    private string Seat { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Seat = Console.Words.SeatTitles.Title(Words, Visitor.Asker.Standing.Seat, await Visitor.Plan());
}
