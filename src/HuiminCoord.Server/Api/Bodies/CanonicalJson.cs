using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HuiminCoord.Server.Api.Bodies;

/// <summary>A body as a wish is told from another by: its members in our order, whatever it was written like.</summary>
/// <remarks>
/// A wish may reach one version of the program and be repeated to the next one. What the first did not know is left out while nobody
/// says it, so that the body is still the same.
/// </remarks>
internal static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new(ApiJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } } };

    /// <summary>The body as text.</summary>
    internal static string Write(object body) => JsonSerializer.Serialize(body, body.GetType(), Options);

    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(AddedLaterAttribute), inherit: false) == true))
        {
            property.ShouldSerialize = (_, value) => value is not null;
        }
    }
}

/// <summary>Marks a member of a body that earlier versions of the program did not have.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AddedLaterAttribute : Attribute;
