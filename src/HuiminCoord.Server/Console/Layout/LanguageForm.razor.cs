using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Switches to the other language.</summary>
public sealed partial class LanguageForm : PagePart
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string? Back => LocalPath.Of(new Uri(Navigation.Uri).PathAndQuery);

    private string Other => Words.Language == Language.English ? Speaking.Chinese : Speaking.English;
}
