namespace HuiminCoord.Grains.Keeping;

/// <summary>How a room gets to the silo where it belongs, and what it trusts when it is there.</summary>
public abstract partial class DecidingGrain<TState, TCommand, TEvent> : IGrainMigrationParticipant
{
    private object? _silos;

    /// <inheritdoc/>
    void IGrainMigrationParticipant.OnDehydrate(IDehydrationContext dehydrationContext)
    {
        // The document is in its row.
    }

    /// <summary>Orleans brings the memory along; it may be older than the row if a write failed just before.</summary>
    void IGrainMigrationParticipant.OnRehydrate(IRehydrationContext rehydrationContext) => _uncertain = true;

    /// <summary>Comes before every decision: memory has to agree with the row, and an actor that belongs elsewhere moves after this call.</summary>
    private async Task Begin()
    {
        if (keeper.Homes.IsElsewhere(this.GetGrainId(), ref _silos))
        {
            this.MigrateOnIdle();
        }

        if (_uncertain)
        {
            await kept.ReadStateAsync();
            _uncertain = false;
        }
    }
}
