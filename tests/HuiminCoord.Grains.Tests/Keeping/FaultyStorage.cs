using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Storage;

namespace HuiminCoord.Grains.Tests.Keeping;

public enum Fault
{
    None,
    BeforeWrite,
    AfterWrite,
}

/// <summary>Stands before the real storage and fails once, before or after the row was written.</summary>
public sealed class FaultyStorage(IGrainStorage real) : IGrainStorage
{
    /// <summary>What the next write suffers.</summary>
    public Fault Next { get; set; }

    public static void Install(IServiceCollection services)
    {
        services.AddSingleton(provider => new FaultyStorage(provider.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME)));
        services.AddSingleton<IGrainStorage>(provider => provider.GetRequiredService<FaultyStorage>());
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => real.ReadStateAsync(stateName, grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => real.ClearStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var fault = Next;
        Next = Fault.None;
        if (fault == Fault.BeforeWrite)
        {
            throw new IOException("The line was cut before the write.");
        }

        await real.WriteStateAsync(stateName, grainId, grainState);
        if (fault == Fault.AfterWrite)
        {
            throw new IOException("The line was cut after the write.");
        }
    }
}
