namespace HuiminCoord.Grains.Keeping;

/// <summary>Stores a document under its actor's type; Orleans would store only the name of the state.</summary>
/// <remarks>One document per actor: a second state would share the first one's row and is refused.</remarks>
internal sealed class RoomStateFactory : PersistentStateFactory
{
    protected override string GetFullStateName(IGrainContext context, IPersistentStateConfiguration cfg) =>
        cfg.StateName == Keeper.StateName
            ? context.GrainId.Type.ToString()!
            : throw new InvalidOperationException($"{context.GrainId} wants a state named '{cfg.StateName}'; an actor has one document, [PersistentState(Keeper.StateName)].");
}
