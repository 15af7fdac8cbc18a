using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>What stands around a page: it knows the campaign's name.</summary>
public abstract class PageLayout : LayoutComponentBase
{
    [Inject]
    private protected Visitor Visitor { get; set; } = null!;

    private protected PageWords Words => Visitor.Words;

    private protected Plan? Plan { get; private set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Plan = await Visitor.Plan();
}
