using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Accounts;
using HuiminCoord.Server.Api.Audits;
using HuiminCoord.Server.Api.Board;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Calendars;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Api.Channels;
using HuiminCoord.Server.Api.Consolidation;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Files;
using HuiminCoord.Server.Api.Inboxes;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Api.Memberships;
using HuiminCoord.Server.Api.Messages;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Api.Offices;
using HuiminCoord.Server.Api.Onboarding;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Operators;
using HuiminCoord.Server.Api.Phases;
using HuiminCoord.Server.Api.Rehearsals;
using HuiminCoord.Server.Api.Reports;
using HuiminCoord.Server.Api.Searching;
using HuiminCoord.Server.Api.Sessions;
using HuiminCoord.Server.Api.Supervision;
using HuiminCoord.Server.Api.Tasks;
using HuiminCoord.Server.Api.Units;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api;

/// <summary>Opens the doors of all rooms.</summary>
public static class ApiEndpoints
{
    /// <summary>Everything under <c>/api/v1</c>, the OpenAPI document and its page. Call it before other endpoints are mapped.</summary>
    public static void MapCoordinationApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<ResponseHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseForwardedHeaders();
        app.UseMiddleware<KnownNamesOnly>();
        app.UseMiddleware<Utf8Only>();
        if (app.Services.GetService<ExternalSettings>() is not null)
        {
            app.UseAuthentication();
        }

        app.UseAccess();
        var api = app.MapGroup("/api/v1").AddEndpointFilterFactory(RouteIds.Check).WithMetadata(new RequestSizeLimitAttribute(CommandLimits.BodyBytes));
        SessionEndpoints.Map(api);
        AccountEndpoints.Map(api);
        AppointmentEndpoints.Map(api, api.MapGroup("/campaigns/{campaign}").WithTags("Accounts"));
        WatchedSessionEndpoints.Map(api);
        ActivationEndpoints.Map(api);
        JoinEndpoints.Map(api);
        CampaignEndpoints.Map(api);
        PaperEndpoints.Map(CalendarEndpoints.Map(api), api.MapGroup("/campaigns/{campaign}").WithTags("Calendar"));
        OperatorEndpoints.Map(api);
        ServerAuditEndpoints.Map(api);
        MapCampaign(api.MapGroup("/campaigns/{campaign}"));
        RehearsalEndpoints.Map(api);
        app.MapApiDocument();
    }

    private static void MapCampaign(RouteGroupBuilder campaign)
    {
        AmendmentEndpoints.Map(Tagged(campaign, "Amendments"));
        var units = Tagged(campaign, "Units");
        ReadUnits.Map(units);
        SeatEndpoints.Map(units.MapGroup("/units/{unit}"));
        MemberEndpoints.Map(units.MapGroup("/units/{unit}"));
        MembershipEndpoints.Map(units);
        var obligations = Tagged(campaign, "Obligations");
        ReadObligations.Map(obligations);
        UnitDoes.Map(obligations.MapGroup("/units/{unit}/obligations/{duty}"));
        OfficeDoes.Map(obligations.MapGroup("/units/{unit}"), obligations.MapGroup("/units/{unit}/obligations/{duty}"));
        MapReports(campaign);
        BoardEndpoints.Map(Tagged(campaign, "Board"));
        TaskEndpoints.Map(Tagged(campaign, "Tasks"));
        PhaseEndpoints.Map(Tagged(campaign, "Phases"));
        MapMeetings(Tagged(campaign, "Meetings"));
        var supervision = Tagged(campaign, "Supervision");
        SupervisionEndpoints.Map(supervision);
        ProblemEndpoints.Map(supervision);
        FileEndpoints.Map(Tagged(campaign, "Files"));
        UploadEndpoints.Map(Tagged(campaign, "Files"));
        OfficeEndpoints.Map(Tagged(campaign, "Office"));
        UnitLinkEndpoints.Map(Tagged(campaign, "Onboarding"));
        NominationEndpoints.Map(Tagged(campaign, "Onboarding"));
        InboxEndpoints.Map(Tagged(campaign, "Inboxes"));
        MapMessages(Tagged(campaign, "Messages"));
        ChannelEndpoints.Map(Tagged(campaign, "Channels"));
        SearchEndpoints.Map(Tagged(campaign, "Search"));
        AuditEndpoints.Map(Tagged(campaign, "Audit"));
    }

    private static void MapMessages(RouteGroupBuilder messages)
    {
        MessageEndpoints.Map(messages);
        MarkEndpoints.Map(messages);
        UrgeTextEndpoints.Map(messages);
    }

    private static void MapReports(RouteGroupBuilder campaign)
    {
        var report = Tagged(campaign, "Reports").MapGroup("/units/{unit}/reports/{duty}");
        ReadReports.Map(report);
        UnitFills.Map(report);
        OfficeCorrects.Map(report);
        WorkbookEndpoints.Map(report);
        DistrictEndpoints.Map(Tagged(campaign, "Consolidation"));
        ConsolidationEndpoints.Map(Tagged(campaign, "Consolidation"));
        BulletinEndpoints.Map(Tagged(campaign, "Consolidation"));
    }

    private static void MapMeetings(RouteGroupBuilder meetings)
    {
        MeetingEndpoints.Map(meetings);
        DecisionDoor.Map(meetings);
        var meeting = meetings.MapGroup("/meetings/{meeting}");
        AgendaEndpoints.Map(meeting);
        PaperDoors.Map(meeting);
        SittingEndpoints.Map(meeting);
        MinutesEndpoints.Map(meeting);
    }

    /// <summary>A group of its own, so that a tag does not spread to its siblings.</summary>
    private static RouteGroupBuilder Tagged(RouteGroupBuilder group, string room) => group.MapGroup("").WithTags(room);
}
