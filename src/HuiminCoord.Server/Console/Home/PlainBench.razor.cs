using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Home;

/// <summary>The workbench of a seat to which nothing is addressed: it leads to its pages.</summary>
public sealed partial class PlainBench : PagePart
{
    private Plan? Plan { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Plan = await Visitor.Plan();
}
