using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>The remarks of a return, each with its place and its text; lines can be added and taken away.</summary>
public sealed partial class RemarkFields : PagePart
{
    /// <summary>As many as the API takes.</summary>
    private const int Most = 50;

    /// <summary>Beginning of the fields' ids.</summary>
    [Parameter]
    public string Id { get; set; } = "remark";

    /// <summary>The remarks; the list is changed in place.</summary>
    [Parameter]
    [EditorRequired]
    public required IList<RemarkDraft> Remarks { get; set; }

    /// <summary>True shows what is missing.</summary>
    [Parameter]
    public bool Show { get; set; }

    /// <summary>Parts that a remark can be about, and what they are called; none = it need not be said.</summary>
    [Parameter]
    public IReadOnlyList<(string Value, string Text)> Parts { get; set; } = [];

    /// <summary>How a new one begins.</summary>
    [Parameter]
    public Func<RemarkDraft> Fresh { get; set; } = () => new();

    /// <summary>Something was typed, added or taken away.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private Task Told() => Changed.InvokeAsync();

    private Task Add()
    {
        Remarks.Add(Fresh());
        return Told();
    }

    private Task Remove(RemarkDraft remark)
    {
        Remarks.Remove(remark);
        return Told();
    }
}
