using System.Reflection;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Worker;
using Orleans.Concurrency;

namespace HuiminCoord.Grains.Tests.Keeping;

/// <summary>What the spine relies on and the compiler does not check, for every room there is.</summary>
public sealed class RoomConventionTests
{
    [Reentrant]
    private sealed class Careless(IPersistentState<Kept<CounterState, CounterEvent>> kept, Keeper keeper) : CountingGrain(kept, keeper);

    [Fact]
    public void Every_room_pins_its_name_keeps_one_document_and_lets_no_call_in_between()
    {
        var rooms = new[] { typeof(Keeper).Assembly, typeof(CounterGrain).Assembly }.SelectMany(assembly => assembly.GetTypes()).Where(IsRoom).ToList();

        Assert.True(rooms.Count >= 2);
        Assert.Empty(rooms.SelectMany(Faults));
    }

    [Fact]
    public void A_careless_room_is_found() => Assert.Equal(3, Faults(typeof(Careless)).Count());

    private static bool IsRoom(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(DecidingGrain<,,>))
            {
                return !type.IsAbstract;
            }
        }

        return false;
    }

    private static IEnumerable<string> Faults(Type room)
    {
        if (room.GetCustomAttribute<GrainTypeAttribute>() is null)
        {
            yield return $"{room} has no [GrainType]: renaming the class would orphan its rows.";
        }

        if (room.GetCustomAttribute<ReentrantAttribute>() is not null)
        {
            yield return $"{room} is reentrant: a second command would decide on a state that is not stored yet.";
        }

        if (room.GetConstructors().Single().GetParameters().Count(p => p.GetCustomAttribute<PersistentStateAttribute>()?.StateName == Keeper.StateName) != 1)
        {
            yield return $"{room} needs exactly one [PersistentState(Keeper.StateName)].";
        }
    }
}
