using System.Text.Encodings.Web;
using System.Text.Unicode;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Roster;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Drafts;
using Microsoft.Extensions.WebEncoders;

namespace HuiminCoord.Server.Console;

/// <summary>Puts the console into a server.</summary>
public static class ConsoleServices
{
    /// <summary>Registers its pages. Needs accounts, the API and the push channel beside it.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Chinese goes out as it is: as numbered entities a page would be twice as long. What is dangerous is still encoded.
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "huimin-form";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true;
        });
        return services
            .AddSingleton<CampaignPlans>().AddScoped<Visitor>().AddSingleton<RosterReader>().AddSingleton<DraftBook>()
            .AddSingleton(new RefusalPage(RefusedPages.Show));
    }
}
