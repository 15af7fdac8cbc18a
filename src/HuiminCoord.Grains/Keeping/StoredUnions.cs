using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HuiminCoord.Grains.Keeping;

/// <summary>A closed union is an abstract record whose sealed cases are nested in it; each case is named by its alias.</summary>
internal static class StoredUnions
{
    /// <summary>The property that holds a case's name; the storage SQL reads it too.</summary>
    public const string CaseProperty = "$type";

    public static void NameCases(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || CasesOf(info.Type) is not { Length: > 0 } cases)
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = CaseProperty,
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var @case in cases)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(@case, AliasOf(@case)));
        }
    }

    private static Type[] CasesOf(Type type) =>
        type.IsAbstract && type.IsClass
            ? [.. type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
                .Select(nested => nested.IsGenericTypeDefinition && type.IsConstructedGenericType ? nested.MakeGenericType(type.GetGenericArguments()) : nested)
                .Where(nested => nested.IsSealed && nested.IsSubclassOf(type))]
            : [];

    /// <summary>Not inherited: a case without its own alias would silently share its parent's.</summary>
    private static string AliasOf(Type type) =>
        type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias
        ?? throw new InvalidOperationException($"{type} is a case of a stored union and has no [Alias] of its own; its rows would be named after its class.");
}
