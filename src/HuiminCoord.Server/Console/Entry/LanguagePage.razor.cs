using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>Chooses the language of the console; the browser remembers it for a year.</summary>
public sealed partial class LanguagePage : FormPage
{
    [SupplyParameterFromForm(FormName = "language")]
    private LanguageChoice? Form { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Form ??= new LanguageChoice();

    private void Submit()
    {
        if (Form!.To is Speaking.Chinese or Speaking.English)
        {
            Visitor.Http.Response.Cookies.Append(Speaking.Cookie, Form.To, new CookieOptions
            {
                HttpOnly = true, Secure = Visitor.Http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true,
            });
        }

        Go(LocalPath.Of(Form.Back) ?? "/");
    }

    /// <summary>What is chosen.</summary>
    private sealed class LanguageChoice
    {
        public string? To { get; set; }

        public string? Back { get; set; }
    }
}
