using System.Data.Common;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Says why a page is not shown: no such page, no permission, an old form, a fault. It needs no database to do so.</summary>
public sealed partial class RefusedDocument : PagePart
{
    /// <summary>Which refusal it is, for whoever is asked about it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Code { get; set; }

    /// <summary>What happened.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>What to do.</summary>
    [Parameter]
    [EditorRequired]
    public required string Detail { get; set; }

    /// <summary>The seat that does not reach the page; null where another one would not help.</summary>
    private string? Seat { get; set; }

    /// <summary>Where a form or a busy server is tried again.</summary>
    private string? Again => Code is "form.stale" or "server.not-ready" or "server.failed" or "request.too-many" ? LocalPath.Of(Visitor.Http.Request) : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Code != "access.denied")
        {
            return;
        }

        try
        {
            var asker = await Visitor.Find();
            Seat = asker is null ? null : Words.Title(asker.Standing.Seat, await Visitor.Plan());
        }
        catch (DbException)
        {
            // The refusal is what matters.
        }
    }
}
