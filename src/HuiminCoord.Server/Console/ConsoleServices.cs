using System.Text.Encodings.Web;
using System.Text.Unicode;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Board;
using HuiminCoord.Server.Console.Calendars;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Me;
using HuiminCoord.Server.Console.Meetings;
using HuiminCoord.Server.Console.Operations;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Phases;
using HuiminCoord.Server.Console.Review;
using HuiminCoord.Server.Console.Roster;
using HuiminCoord.Server.Console.Sheets;
using HuiminCoord.Server.Console.Visits;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Drafts;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.WebEncoders;
using MudBlazor;
using MudBlazor.Services;

namespace HuiminCoord.Server.Console;

/// <summary>Puts the console into a server.</summary>
public static class ConsoleServices
{
    /// <summary>What a page may say at once: a long text with what is around it.</summary>
    private const int LargestEvent = 256 * 1024;

    /// <summary>Pages without a connection that are kept; the oldest make room.</summary>
    private const int MostLostPages = 200;

    /// <summary>Finds the files that pages load: beside the program when it was published, where they were built when it was not.</summary>
    public static IWebHostBuilder UseConsoleFiles(this IWebHostBuilder web)
    {
        ArgumentNullException.ThrowIfNull(web);
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(published))
        {
            return web.UseWebRoot(published);
        }

        // Only what was there when it was built is served: no door that looks for files by their names.
        web.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        web.UseSetting(WebHostDefaults.StaticWebAssetsKey, Path.Combine(AppContext.BaseDirectory, "HuiminCoord.Server.staticwebassets.runtime.json"));
        return web.UseStaticWebAssets();
    }

    /// <summary>Registers its pages. Needs accounts, the API and the push channel beside it.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(pages =>
        {
            // A page that lost its connection is kept for three minutes; what was typed is kept as a draft in any case.
            pages.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            pages.DisconnectedCircuitMaxRetained = MostLostPages;
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestEvent);
        services.AddMudServices();
        services.AddTransient<MudLocalizer, MudWords>();
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
            .AddSingleton<WorkbookTray>().AddSingleton<LiveFeed>().AddHostedService(provider => provider.GetRequiredService<LiveFeed>())
            .AddScoped<CircuitSeat>().AddScoped<CircuitHandler, CircuitDoor>().AddScoped<Desk>().AddScoped<Toasts>().AddScoped<Dialogs>()
            .AddSingleton<CampaignPlans>().AddScoped<Visitor>()
            .AddSingleton(new RefusalPage(RefusedPages.Show)).AddRooms();
    }

    /// <summary>What the pages of the rooms read and do, and what they count beside their links.</summary>
    private static IServiceCollection AddRooms(this IServiceCollection services) => services
        .AddSingleton<RosterReader>().AddSingleton<HistoryReader>().AddSingleton<DossierReader>().AddScoped<Urging>()
        .AddSingleton<DraftBook>().AddSingleton<SupervisionReader>().AddSingleton<OperationsReader>().AddSingleton<MeReader>().AddSingleton<Pad>().AddSingleton<CalendarReader>().AddSingleton<ScheduleReader>()
        .AddSingleton<SearchAdapter>().AddSingleton<Finding>(provider => provider.GetRequiredService<SearchAdapter>().Find)
        .AddScoped<Badges>()
        .AddSingleton(new Badge("/fill", "page.fill", DutyReader.CountForLeader))
        .AddSingleton(new Badge("/meetings", "page.meetings", MeetingBadge.Count))
        .AddSingleton(new Badge("/supervision", "page.supervision", ProblemBadge.Count))
        .AddSingleton(new Badge("/review", "page.review", ReviewReader.Count))
        .AddSingleton(new Badge("/roster/nominations", "page.nominations", Nominations.Undecided));
}
