using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using HuiminCoord.Server.Api;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>What the validation generator silently passes over must not occur in request bodies.</summary>
public sealed class RequestBodyTests
{
    private static readonly IReadOnlyList<Type> Bodies = [.. typeof(ApiServices).Assembly.GetTypes().Where(t => t.Name.EndsWith("Body", StringComparison.Ordinal) && t.Namespace?.StartsWith("HuiminCoord.Server.Api", StringComparison.Ordinal) == true)];

    [Fact]
    public void Bodies_are_public_because_others_are_not_validated()
    {
        Assert.True(Bodies.Count > 15);
        Assert.All(Bodies, t => Assert.True(t.IsPublic, t.Name));
    }

    [Fact]
    public void Bodies_have_no_arrays_because_their_elements_are_not_validated() =>
        Assert.DoesNotContain(Bodies.SelectMany(t => t.GetProperties()), p => p.PropertyType.IsArray);

    [Fact]
    public void Every_text_and_list_of_a_body_is_bounded_with_a_message_that_can_be_said()
    {
        foreach (var property in Bodies.SelectMany(t => t.GetProperties()).Where(p => typeof(IEnumerable).IsAssignableFrom(p.PropertyType)))
        {
            var bounds = property.GetCustomAttributes<ValidationAttribute>().ToList();
            Assert.True(bounds.Count > 0 && bounds.All(b => b.FormatErrorMessage("x").StartsWith("value.", StringComparison.Ordinal)), $"{property.DeclaringType!.Name}.{property.Name}");
        }
    }
}
