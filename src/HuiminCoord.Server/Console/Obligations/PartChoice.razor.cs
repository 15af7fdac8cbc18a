using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>Which parts of a report; nothing is asked where there is only one.</summary>
public sealed partial class PartChoice : PagePart
{
    /// <summary>Id on the page.</summary>
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    /// <summary>What is asked.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>What helps to answer.</summary>
    [Parameter]
    [EditorRequired]
    public required string Help { get; set; }

    /// <summary>The parts.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<string> All { get; set; }

    /// <summary>Those that were chosen; the list is changed in place.</summary>
    [Parameter]
    [EditorRequired]
    public required ISet<string> Chosen { get; set; }

    /// <summary>A yearly report's parts have other names.</summary>
    [Parameter]
    public bool Annual { get; set; }

    /// <summary>Another choice was made.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private Task Toggle(string part)
    {
        if (!Chosen.Remove(part))
        {
            Chosen.Add(part);
        }

        return Changed.InvokeAsync();
    }
}
