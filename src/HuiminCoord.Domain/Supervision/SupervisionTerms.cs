using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Supervision;

/// <summary>How far a unit's obligation is, as far as a check needs it.</summary>
public enum MendingStage
{
    /// <summary>With the unit.</summary>
    Waiting,

    /// <summary>已报送: the unit says it is mended.</summary>
    HandedIn,

    /// <summary>Nobody owes it any more: the unit left, or an amendment ended it.</summary>
    Gone,
}

/// <summary>What a group decides by.</summary>
/// <param name="Group">The group: <c>du-2</c>.</param>
/// <param name="Plan">The plan in force.</param>
/// <param name="Mending">How far units are, by the number of the problem; one that is not in it is with its unit.</param>
public sealed record SupervisionTerms(string Group, Plan Plan, IReadOnlyDictionary<int, MendingStage> Mending);

/// <summary>Names of groups, of problems and of what units owe for them.</summary>
public static class SupervisionNames
{
    private const string Prefix = "du-";

    /// <summary>True for <c>du-1</c> to <c>du-99</c>.</summary>
    public static bool IsGroup(string? text) =>
        text is { Length: 4 or 5 } && text.StartsWith(Prefix, StringComparison.Ordinal) && text[3] != '0' && text[3..].All(char.IsAsciiDigit);

    /// <summary>督2-04.</summary>
    public static string Problem(string group, int number)
    {
        ArgumentNullException.ThrowIfNull(group);
        return string.Create(CultureInfo.InvariantCulture, $"督{group[Prefix.Length..]}-{number:00}");
    }

    /// <summary>第2督导组.</summary>
    public static string Group(string group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return $"第{group[Prefix.Length..]}督导组";
    }

    /// <summary>The obligation by which the unit owes the mending: <c>du-2-04</c>.</summary>
    public static DutyId Duty(string group, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{group}-{number:00}"));

    /// <summary>Who laid it on the unit: <c>supervision/du-2/4</c>.</summary>
    public static string Source(string group, int number) => string.Create(CultureInfo.InvariantCulture, $"{Assignment.OfSupervision}{group}/{number}");
}
