using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Grains.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using static HuiminCoord.Server.Tests.Calendars.ImportingServer;

namespace HuiminCoord.Server.Tests.Calendars;

/// <summary>The row of an import is stored, and then the process dies, or another silo has to read on.</summary>
public sealed class InterruptedImportTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_national_paper_reaches_every_campaign_also_one_that_a_crash_left_out()
    {
        await using var server = await Start();
        await OtherDistrict(server);
        await server.Database.Write(async (db, ct) => { await db.CalendarImports.AddAsync(Row(server.Driver.Now), ct); }, Cancellation);

        var imported = await Import(server, PlayedImport.Paper);

        Assert.Equal((false, 2), ((bool)imported["changed"]!, imported["campaigns"]!.AsArray().Count(c => (bool)c!["changed"]!)));
        Assert.Equal(1, server.Service<CalendarShelf>().Revision);
    }

    [Fact]
    public async Task A_silo_that_starts_finds_what_was_stored_and_not_adopted()
    {
        await using var server = await Start();
        await server.Database.Write(async (db, ct) => { await db.CalendarImports.AddAsync(Row(server.Driver.Now), ct); }, Cancellation);
        using var watch = new CalendarWatch(server.Service<CalendarShelf>(), server.Service<CalendarImports>(), new TimekeepingOptions(), NullLogger<CalendarWatch>.Instance);

        await watch.StartAsync(Cancellation);

        await using var db = server.Database.OpenToRead();
        var until = TimeProvider.System.GetTimestamp();
        while (!await db.Outbox.AnyAsync(o => o.EventType == "campaign.calendar-told", Cancellation) && TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(20, Cancellation);
        }

        await watch.StopAsync(Cancellation);
        Assert.Equal(11, await db.Outbox.CountAsync(o => o.EventType == "unit.dates-revised", Cancellation));
    }

    [Fact]
    public async Task A_unit_that_hears_of_a_revision_its_silo_has_not_read_reads_it_first()
    {
        await using var server = await Start();
        var shelf = server.Service<CalendarShelf>();
        Assert.Equal(0, shelf.Revision);
        await server.Database.Write(async (db, ct) => { await db.CalendarImports.AddAsync(Row(server.Driver.Now), ct); }, Cancellation);

        var answer = await server.Service<IGrainFactory>().GetGrain<IUnitGrain>($"{TestServer.Campaign}/jiaoyu").Do(new UnitCommand.AdoptCalendar(1), null);

        Assert.True(answer.Changed);
        Assert.Equal(1, shelf.Revision);
        await Assert.ThrowsAnyAsync<Exception>(() => server.Service<IGrainFactory>().GetGrain<IUnitGrain>($"{TestServer.Campaign}/jiaoyu").Do(new UnitCommand.AdoptCalendar(2), null));
    }

    [Fact]
    public async Task A_silo_whose_clock_is_a_little_behind_adopts_what_the_other_imported()
    {
        await using var server = await Start();
        var soon = server.Driver.Now.AddSeconds(1);
        await server.Database.Write(async (db, ct) => { await db.CalendarImports.AddAsync(Row(soon), ct); }, Cancellation);

        var answer = await server.Service<IGrainFactory>().GetGrain<IUnitGrain>($"{TestServer.Campaign}/jiaoyu").Do(new UnitCommand.AdoptCalendar(1), null);

        Assert.True(answer.Changed);
    }
}
