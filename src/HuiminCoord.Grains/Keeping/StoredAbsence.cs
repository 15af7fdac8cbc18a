using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HuiminCoord.Grains.Keeping;

/// <summary>Leaves out of the text what its absence says as well, and never more than that.</summary>
/// <remarks>
/// A property whose default is not its type's default (<c>int Copies = 1</c>) is written when it is 0 and left out when it is 1.
/// A list that may not be null comes back empty when it is absent.
/// </remarks>
internal static class StoredAbsence
{
    public static void LeaveOut(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var lists = new List<(JsonPropertyInfo Property, Action<object, object?> Set)>();
        var fresh = info.CreateObject?.Invoke();
        foreach (var property in info.Properties.Where(p => p.Get is not null && !IsAlwaysWritten(p)))
        {
            if (IsList(property.PropertyType) && !property.IsGetNullable)
            {
                property.ShouldSerialize = (_, value) => !IsEmpty(value);
                AddSetter(lists, property);
            }
            else
            {
                var absent = AbsentValue(property, fresh);
                property.ShouldSerialize = (_, value) => !Equals(value, absent);
            }
        }

        if (lists.Count > 0)
        {
            info.OnDeserialized = read => FillMissingLists(read, lists, info.Options);
        }
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }];

    private static object? AbsentValue(JsonPropertyInfo property, object? fresh) => property switch
    {
        { AssociatedParameter: { HasDefaultValue: true } parameter } => parameter.DefaultValue,
        _ when fresh is not null => property.Get!(fresh),
        { PropertyType.IsValueType: true } => Activator.CreateInstance(property.PropertyType),
        _ => null,
    };

    private static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static bool IsEmpty(object? list)
    {
        // A default ImmutableArray refuses to be enumerated; it equals its type's default.
        if (list is null || (list is ValueType && list.Equals(Activator.CreateInstance(list.GetType()))))
        {
            return true;
        }

        var items = ((IEnumerable)list).GetEnumerator();
        using (items as IDisposable)
        {
            return !items.MoveNext();
        }
    }

    private static void AddSetter(List<(JsonPropertyInfo, Action<object, object?>)> lists, JsonPropertyInfo property)
    {
        if (property.Set is { } set)
        {
            lists.Add((property, set));
        }
        else if (property.AttributeProvider is PropertyInfo { CanWrite: true } clr)
        {
            lists.Add((property, clr.SetValue));
        }
    }

    private static void FillMissingLists(object read, List<(JsonPropertyInfo Property, Action<object, object?> Set)> lists, JsonSerializerOptions options)
    {
        foreach (var (property, set) in lists)
        {
            var value = property.Get!(read);
            if (value is null || (property.PropertyType.IsValueType && IsEmpty(value)))
            {
                var empty = typeof(IDictionary).IsAssignableFrom(property.PropertyType) || IsMap(property.PropertyType) ? "{}" : "[]";
                set(read, JsonSerializer.Deserialize(empty, property.PropertyType, options));
            }
        }
    }

    private static bool IsMap(Type type) =>
        type.GetInterfaces().Append(type).Any(i => i.IsGenericType
            && (i.GetGenericTypeDefinition() == typeof(IDictionary<,>) || i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)));
}
