using System.Collections.Concurrent;
using System.Reflection;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>Writes down what actors are asked by doors; what they ask each other does not count.</summary>
internal sealed class AskedCommands : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, byte> _asked = [];

    /// <summary>Every case of every command of the rooms: <c>UnitCommand.Submit</c>.</summary>
    internal static IReadOnlyList<string> All { get; } = [.. typeof(UnitCommand).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: true, IsNested: false } && t.Name.EndsWith("Command", StringComparison.Ordinal))
        .SelectMany(t => t.GetNestedTypes().Where(c => c.IsSubclassOf(t)).Select(Name)).Order(StringComparer.Ordinal)];

    internal IEnumerable<string> Seen => _asked.Keys;

    internal void Forget() => _asked.Clear();

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.SourceId is null || context.SourceId.Value.IsClient())
        {
            var given = Enumerable.Range(0, context.Request.GetArgumentCount()).Select(context.Request.GetArgument).OfType<object>();
            var command = given.Select(a => a.GetType()).Where(t => t.DeclaringType is { IsAbstract: true }).Select(Name).FirstOrDefault();
            _asked.TryAdd(command ?? ByMethod(context.InterfaceMethod), 0);
        }

        return context.Invoke();
    }

    /// <summary>A command that the grain itself makes, from what only it can look up, is a method of its own: <c>IPhaseGrain.PassGate</c>.</summary>
    private static string ByMethod(MethodInfo method) => $"{method.DeclaringType!.Name[1..].Replace("Grain", "Command", StringComparison.Ordinal)}.{method.Name}";

    private static string Name(Type command) => $"{command.DeclaringType!.Name}.{command.Name}";
}
