using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Meetings;
using HuiminCoord.Grains.Offices;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Supervision;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Grains.Units;
using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Grains;

/// <summary>Puts the rooms and their registers into a silo.</summary>
public static class CoordinationRooms
{
    /// <summary>Registers what the rooms' actors and registers need.</summary>
    /// <param name="holidays">Holiday papers before any import; null = those that ship with the program.</param>
    public static IServiceCollection AddCoordinationRooms(this IServiceCollection services, HolidayTable? holidays = null) => services
        .AddSingleton(provider => new CalendarShelf(provider.GetRequiredService<CoordinationDatabase>(), holidays ?? ShippedCalendars.HolidayTable))
        .AddSingleton<StoredDocuments>()
        .AddSingleton<CalendarImports>()
        .AddSingleton<CalendarPreview>()
        .AddHostedService<CalendarWatch>()
        .AddSingleton<PlanShelf>()
        .AddSingleton<RegisterReader>()
        .AddSingleton<ProblemReader>()
        .AddSingleton<AgendaReader>()
        .AddSingleton<AmendmentForecasts>()
        .AddSingleton<IRulingCarrier, RulingCarrier>()
        .AddSingleton<IRegister, CampaignRegister>()
        .AddSingleton<IRegister, UnitRegister>()
        .AddSingleton<IRegister, TaskRegister>()
        .AddSingleton<IRegister, PhaseRegister>()
        .AddSingleton<IRegister, OfficeRegister>()
        .AddSingleton<IRegister, MeetingRegister>()
        .AddSingleton<IRegister, SupervisionRegister>()
        .AddSingleton<ReportReader>()
        .AddSingleton<SheetShelf>()
        .AddSingleton<ReportFacts>()
        .AddSingleton<IRegister, ReportRegister>()
        .AddSingleton<ConsolidationReader>()
        .AddSingleton<IRegister, ConsolidationRegister>();
}
