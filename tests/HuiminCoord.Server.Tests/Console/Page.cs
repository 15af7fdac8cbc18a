using System.Net;
using AngleSharp.Dom;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>A page as a browser gets it.</summary>
/// <param name="Place">Path and query at which it was found, after redirections.</param>
/// <param name="Headers">Of the answer, contents' ones included; values of one name together.</param>
internal sealed record Page(HttpStatusCode Status, string Place, IReadOnlyDictionary<string, string> Headers, IDocument Document)
{
    /// <summary>What stands on it.</summary>
    public string Text => Document.Body!.TextContent;

    /// <summary>The only element that is meant.</summary>
    public IElement One(string selector)
    {
        var all = Document.QuerySelectorAll(selector);
        Assert.True(all.Length == 1, $"{Place} ({(int)Status}): {all.Length} × {selector}\n{Short(Text)}");
        return all[0];
    }

    private static string Short(string text) => text.Length <= 1500 ? text : text[..1500];

    /// <summary>What stands in a field.</summary>
    public string? Value(string name) => One($"[name='{name}']").GetAttribute("value");
}
