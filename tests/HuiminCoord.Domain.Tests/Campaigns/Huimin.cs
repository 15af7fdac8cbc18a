using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Tests.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tests.Campaigns;

/// <summary>The shipped plan and the words in which the tests of the rooms speak.</summary>
internal static class Huimin
{
    /// <summary>The plan of the notice as it is shipped.</summary>
    public static Plan WithForms { get; } = PlanReader.Read(ShippedPlan.Json).Plan!;

    /// <summary>The same without forms: the rules of what is owed are tested by reports that are handed in by a word.</summary>
    public static Plan Notice { get; } = WithForms with { Forms = null };

    /// <summary>The morning of the notice.</summary>
    public static DateTimeOffset Issued { get; } = At("2020-09-17 09:00");

    /// <summary>Too long for any text that people type.</summary>
    public static string TooLong { get; } = new('长', FreeText.MaxLength + 1);

    /// <summary>A minute of Asia/Shanghai.</summary>
    public static DateTimeOffset At(string minute)
    {
        var at = DateTime.ParseExact(minute, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return ChinaTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
    }

    /// <summary>The events of a decision that is not refused.</summary>
    public static IReadOnlyList<T> Events<T>(this Decision<T> decision) => Assert.IsType<Decision<T>.Kept>(decision).Events;

    /// <summary>The one event of a decision.</summary>
    public static T Event<T>(this Decision<T> decision) => Assert.Single(decision.Events());

    /// <summary>The decision is a refusal with this code.</summary>
    public static void IsRefused<T>(this Decision<T> decision, string code) =>
        Assert.Equal(code, Assert.IsType<Decision<T>.Refused>(decision).Refusal.Code);

    /// <summary>What was asked for already holds.</summary>
    public static void IsNothing<T>(this Decision<T> decision) => Assert.Same(Decision<T>.Nothing, decision);
}
