using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>What pages and their parts have in common: a visitor, and words in that visitor's language.</summary>
public abstract class PagePart : ComponentBase
{
    [Inject]
    private protected Visitor Visitor { get; set; } = null!;

    private protected PageWords Words => Visitor.Words;
}
