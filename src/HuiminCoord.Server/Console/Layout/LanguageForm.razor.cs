using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Switches to the other language.</summary>
public sealed partial class LanguageForm : PagePart
{
    private string Other => Words.Language == Language.English ? Speaking.Chinese : Speaking.English;
}
