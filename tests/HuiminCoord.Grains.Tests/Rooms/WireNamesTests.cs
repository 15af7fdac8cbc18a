using System.Reflection;
using System.Runtime.CompilerServices;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;

namespace HuiminCoord.Grains.Tests.Rooms;

/// <summary>
/// What silos of two versions read of each other while one replaces the other: every sent type by its alias, every field by its
/// number. <c>OrleansContracts.txt</c> holds the calls, this file what they carry.
/// </summary>
/// <remarks>A new line, or a field at the end of one, is fine. Anything else is misread by the other version. <c>tests/golden.sh</c> writes the file.</remarks>
public sealed class WireNamesTests
{
    private static readonly string Committed = Path.Combine(Path.GetDirectoryName(ThisFile())!, "wire-names.txt");

    [Fact]
    public async Task Sent_fields_are_those_that_were_agreed()
    {
        var now = string.Join('\n', Sent().Select(Line).Concat(Choices().Select(Numbers)).Order(StringComparer.Ordinal)) + "\n";
        if (Environment.GetEnvironmentVariable("HUIMINCOORD_GOLDEN") == "write")
        {
            await File.WriteAllTextAsync(Committed, now, TestContext.Current.CancellationToken);
        }

        var agreed = await File.ReadAllLinesAsync(Committed, TestContext.Current.CancellationToken);
        var lines = now.TrimEnd('\n').Split('\n');
        var changes = agreed.Except(lines).Select(l => "- " + l).Concat(lines.Except(agreed).Select(l => "+ " + l)).ToList();
        Assert.True(changes.Count == 0, $"Sent types changed. If both versions can read it, run tests/golden.sh:\n{string.Join('\n', changes)}");
    }

    [Fact]
    public void Every_sent_type_has_a_name_of_its_own()
    {
        var names = Sent().Select(Alias).ToList();

        Assert.True(names.Count > 30);
        Assert.DoesNotContain(null, names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void A_field_that_moves_changes_the_line()
    {
        Assert.Equal("test-before: 0 Text string, 1 Number int?", Line(typeof(Before)));
        Assert.Equal("test-after: 0 Number int?, 1 Text string", Line(typeof(After)));
    }

    [GenerateSerializer, Alias("test-before")]
    public sealed record Before(string Text, int? Number);

    [GenerateSerializer, Alias("test-after")]
    public sealed record After(int? Number, string Text);

    private static IEnumerable<Type> Sent() => new[] { typeof(UnitCommand).Assembly, typeof(Keeper).Assembly }
        .SelectMany(a => a.GetTypes()).Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null);

    /// <summary>Choices are sent as numbers.</summary>
    private static IEnumerable<Type> Choices() => Sent().SelectMany(t => t.GetProperties())
        .Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).Where(t => t.IsEnum).Distinct();

    private static string Numbers(Type choice) => $"{choice.Name}: {string.Join(", ", Enum.GetValuesAsUnderlyingType(choice).Cast<int>().Select(v => $"{v} {Enum.GetName(choice, v)}"))}";

    /// <summary>Parameters of a positional record are numbered by their order; other members carry their number.</summary>
    private static string Line(Type type)
    {
        var positional = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()?.GetParameters() ?? [];
        var numbered = type.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Select(m => (m.Name, Id: m.GetCustomAttribute<IdAttribute>()?.Id, Of: (m as PropertyInfo)?.PropertyType ?? (m as FieldInfo)?.FieldType))
            .Where(m => m.Id is not null).OrderBy(m => m.Id).Select(m => $"{m.Id} {m.Name} {Spelt(m.Of!)}");
        var fields = positional.Where(p => type.GetProperty(p.Name!) is not null).Select((p, i) => $"{i} {p.Name} {Spelt(p.ParameterType)}").Concat(numbered);
        return $"{Alias(type)}: {string.Join(", ", fields)}".TrimEnd();
    }

    private static string Spelt(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Spelt(inner) + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Spelt))}>"
        : type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? type.Name switch { "String" => "string", "Int32" => "int", "Int64" => "long", "Boolean" => "bool", var name => name };

    private static string? Alias(Type type) => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
