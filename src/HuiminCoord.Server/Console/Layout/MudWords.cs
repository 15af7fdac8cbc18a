using HuiminCoord.Server.Console.Words;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>MudBlazor's own texts in the visitor's language: <c>mud.{name}</c>. What has no text of ours is said by its own.</summary>
internal sealed class MudWords(Visitor visitor) : MudLocalizer
{
    /// <inheritdoc/>
    public override LocalizedString this[string key]
    {
        get
        {
            var name = $"mud.{key}";
            var text = visitor.Words[name];
            return new LocalizedString(key, text, resourceNotFound: text == name);
        }
    }
}
