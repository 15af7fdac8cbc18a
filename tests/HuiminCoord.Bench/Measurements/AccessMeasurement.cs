using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Rehearsals;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Bench.Measurements;

/// <summary>What it costs to know who asks: every request looks its session up, and signing in hashes a password.</summary>
internal sealed class AccessMeasurement : IMeasurement
{
    private const int Lookups = 4000, Passwords = 10;

    public string Name => "access";

    public string About => "who asks: session look-ups beside raw reads, and the cost of a password";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        var sessions = new SessionBook(database, CampaignClock.Live(TimeProvider.System), AccountSettings.Rehearsal, TimeProvider.System);
        var phrase = await new DemoAccounts(database, TimeProvider.System).Make(Shipped(), cancellation);
        await using var desk = new SignInDesk(database, phrase, [.. DemoAccounts.Seats(Shipped()).Select(DemoAccounts.LoginOf)]);
        var (liaison, deputy) = (await Token(database, sessions, "jiaoyu/liaison"), await Token(database, sessions, "jiaoyu/deputy"));
        var rounds = new List<AccessRound>();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            rounds.Add(new(
                await Microseconds(() => Raw(database)), await Microseconds(() => Find(sessions, liaison)), await Microseconds(() => Find(sessions, deputy)),
                Password(), await desk.PerSecond(settings.Lanes, settings.Load)));
            say($"round {round}: {rounds[^1].Raw:N0} µs a raw read, {rounds[^1].Liaison:N0} µs a session, {rounds[^1].SignIns:N1} sign-ins/s");
        }

        return [.. Results(places.Provider, rounds[1..])];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, List<AccessRound> rounds)
    {
        var peer = Measured.Of(provider, "raw read of one session by its token", "µs", [.. rounds.Select(r => r.Raw)]);
        yield return peer;
        yield return Measured.Of(provider, "who asks: session, account, seat", "µs", [.. rounds.Select(r => r.Liaison)], peer);
        yield return Measured.Of(provider, "who asks: a deputy, with two absences looked up", "µs", [.. rounds.Select(r => r.Deputy)], peer);
        yield return Measured.Of(provider, "checking one password", "ms", [.. rounds.Select(r => r.Password)]);
        yield return Measured.Of(provider, "whole sign-ins, 32 people at once", "/s", [.. rounds.Select(r => r.SignIns)]);
    }

    private static async Task<double> Microseconds(Func<Task> once)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Lookups; i++)
        {
            await once();
        }

        return watch.Elapsed.TotalMicroseconds / Lookups;
    }

    private static async Task Find(SessionBook sessions, string token) => Expect.That(await sessions.Find(token, SessionKind.Api) is not null, "A living session was not found.");

    private static async Task Raw(CoordinationDatabase database)
    {
        await using var command = database.Source.CreateCommand("SELECT account FROM session WHERE id = 'nobody'");
        Expect.That(await command.ExecuteScalarAsync() is null, "A session of nobody was found.");
    }

    private static double Password()
    {
        var (hasher, account) = (new PasswordHasher<Account>(), new Account());
        var hash = hasher.HashPassword(account, "correct-horse-battery");
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Passwords; i++)
        {
            Expect.That(hasher.VerifyHashedPassword(account, hash, "correct-horse-battery") == PasswordVerificationResult.Success, "A right password was refused.");
        }

        return watch.Elapsed.TotalMilliseconds / Passwords;
    }

    private static async Task<string> Token(CoordinationDatabase database, SessionBook sessions, string seat)
    {
        await using var db = database.OpenToRead();
        var appointment = await db.Appointments.SingleAsync(a => a.Seat == seat);
        return await sessions.Open(SessionKind.Api, appointment.Account, appointment.Id, "bench");
    }

    private static Plan Shipped()
    {
        using var stream = typeof(RehearsalDriver).Assembly.GetManifestResourceStream("HuiminCoord.Server.Plans.huimin-2020.json")!;
        using var reader = new StreamReader(stream);
        return PlanReader.Read(reader.ReadToEnd()).Plan!;
    }

    /// <summary>One round; times in microseconds, the password's in milliseconds.</summary>
    private sealed record AccessRound(double Raw, double Liaison, double Deputy, double Password, double SignIns);
}
