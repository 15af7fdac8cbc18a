using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Grains.Timekeeping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace HuiminCoord.Grains;

/// <summary>Puts the storage spine into a silo.</summary>
public static class CoordinationSilo
{
    /// <summary>Orleans' names for our engines; it looks the ADO.NET provider up by them.</summary>
    private const string SqliteInvariant = "System.Data.SQLite";
    private const string PostgreSqlInvariant = "Npgsql";

    /// <summary>Keeps every room's document in <paramref name="database"/>, and runs timekeepers and relays.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="database">Stays the caller's: dispose it after the host.</param>
    /// <param name="clock">Campaign time; null is the real time. A virtual clock's driver sweeps and drains by itself.</param>
    /// <param name="timekeeping">Null is the default; a virtual clock never touches.</param>
    /// <remarks>Register a <see cref="IRegister"/> per room beside it.</remarks>
    public static ISiloBuilder AddCoordinationStorage(
        this ISiloBuilder silo, CoordinationDatabase database, CampaignClock? clock = null, TimekeepingOptions? timekeeping = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(database);
        clock ??= CampaignClock.Live(TimeProvider.System);
        var options = timekeeping ?? new TimekeepingOptions();
        silo.Services
            .AddMetrics()
            .AddSingleton<Instruments>()
            .AddSingleton(database)
            .AddSingleton(clock)
            .AddSingleton(clock.IsVirtual ? options with { Touching = false } : options);
        AddKeeping(silo.Services, database);
        AddRelaying(silo.Services);
        AddTimekeeping(silo.Services);

        // The default would put every actor on the silo that calls it first. A hash of the id spreads rooms, timekeepers and relays alike.
        silo.AddPlacementDirector<PlaceByHash, HashDirector>();
        silo.Services.AddSingleton<PlacementStrategy, PlaceByHash>();

        // The first command is decided by a clock that has been compared; later touches compare it again.
        return silo.AddStartupTask((_, cancellation) => clock.Sample(() => database.Now(cancellation)), ServiceLifecycleStage.ApplicationServices);
    }

    private static void AddKeeping(IServiceCollection services, CoordinationDatabase database)
    {
        const string name = ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME;
        services.AddOptions<AdoNetGrainStorageOptions>(name).Configure(storage =>
        {
            storage.Invariant = database.Provider == DatabaseProvider.Sqlite ? SqliteInvariant : PostgreSqlInvariant;
            storage.DataSource = database.Source;
            storage.GrainStorageSerializer = new StoredJson();
            storage.HashPicker = new StorageHasherPicker([new OrleansDefaultHasher()]);
        });
        services.AddGrainStorage(name, (provider, _) => new GatedGrainStorage(AdoNetGrainStorageFactory.Create(provider, name), database));
        services.Replace(ServiceDescriptor.Singleton<IPersistentStateFactory, RoomStateFactory>());
        services.AddSingleton<CommandMemory>();
        services.AddSingleton<Homes>();
        services.AddSingleton(provider => new Keeper
        {
            Now = () => provider.GetRequiredService<CampaignClock>().Now,
            Committed = provider.GetRequiredService<RelayTrigger>().Hint,
            Memory = provider.GetRequiredService<CommandMemory>(),
            Instruments = provider.GetRequiredService<Instruments>(),
            Homes = provider.GetRequiredService<Homes>(),
            Log = provider.GetRequiredService<ILogger<Keeper>>(),
        });
    }

    private static void AddRelaying(IServiceCollection services)
    {
        services.AddSingleton<InboxHints>();
        services.AddSingleton<RelayTransaction>();
        services.AddSingleton<RelayFailures>();
        services.AddSingleton<Relay>();
        services.AddSingleton<RelayProgress>();
        services.AddSingleton<OutboxWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWatch>());
        services.AddSingleton(provider => new RelayTrigger(provider.GetRequiredService<IGrainFactory>(), provider.GetRequiredService<ILogger<RelayTrigger>>())
        {
            Enabled = provider.GetRequiredService<TimekeepingOptions>().Touching,
        });
    }

    private static void AddTimekeeping(IServiceCollection services)
    {
        services.AddSingleton<WakeIndex>();
        services.AddSingleton<WakeFailures>();
        services.AddSingleton<TimekeeperTouch>();
        services.AddHostedService(provider => provider.GetRequiredService<TimekeeperTouch>());
    }
}
