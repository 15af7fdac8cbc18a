using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Calendars;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Api.Channels;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Memberships;
using HuiminCoord.Server.Api.Messages;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Consolidating;
using HuiminCoord.Server.Files;
using HuiminCoord.Server.Inboxes;
using HuiminCoord.Server.Onboarding;
using HuiminCoord.Server.Reporting;
using HuiminCoord.Server.Searching;
using HuiminCoord.Server.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HuiminCoord.Server.Api;

/// <summary>Puts the API into a server.</summary>
public static class ApiServices
{
    private const string WebServer = "Microsoft.AspNetCore.Server.Kestrel";

    /// <summary>Registers doors, refusals, validation and the OpenAPI document. Needs the rooms and the channels beside it.</summary>
    public static IServiceCollection AddCoordinationApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        // In every environment alike: what cannot be read is answered by our own words, not by an empty 400.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddValidation();
        services.AddHttpContextAccessor();
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>().AddProblemDetails().AddExceptionHandler<RefusalHandler>();
        services.AddHostedService<LoopbackGuard>();
        services.Configure<ForwardedHeadersOptions>(PublicAddress.BelieveProxy);
        services.Configure<KestrelServerOptions>(web => web.AddServerHeader = false);
        // It calls some malformed requests errors (a NUL in a trailer): whoever sends them could fill the log. What fails in here is logged here.
        services.Configure<LoggerFilterOptions>(filter => filter.AddFilter(WebServer, LogLevel.Critical));
        services.AddApiDocument();
        services.AddAccess();
        services.AddOnboarding();
        services.AddFiles();
        return services
            .AddSingleton<CampaignDirectory>()
            .AddSingleton<ActorDoor>()
            .AddSingleton<Readings>()
            .AddSingleton<InboxBook>().AddSingleton<Search>().AddSingleton<UrgeTextReader>()
            .AddSingleton<Amending>().AddSingleton<AmendmentPreviews>().AddSingleton<PlanVersions>().AddSingleton<Membership>().AddSingleton<PlanStoring>()
            .AddSingleton<PaperList>()
            .AddSingleton<CellBook>().AddSingleton<ReportFinder>().AddSingleton<ReportHandover>().AddSingleton<ReportWorkbooks>().AddSingleton<ReportPapers>().AddSingleton<KeptDistricts>()
            .AddSingleton<ChannelDoor>()
            .AddScoped<CommandDoor>()
            .AddScoped<ReadingDoor>();
    }
}
