using System.Globalization;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>A date of the amended plan that does not hold.</summary>
/// <param name="Planned">The date that the plan names.</param>
/// <param name="InForce">The date that holds for the unit; null = none.</param>
/// <param name="Says">For people.</param>
internal sealed record WarningView(string Duty, EffectWarningKind Kind, DateOnly Planned, DateOnly? InForce, string Says)
{
    internal static WarningView Of(EffectWarning warning, Language language)
    {
        var key = warning.Kind switch
        {
            EffectWarningKind.FormerDateStays => "effect.former-date-stays",
            EffectWarningKind.OwnDateStays => "effect.own-date-stays",
            EffectWarningKind.BindsNobody => "effect.binds-nobody",
            EffectWarningKind.NeverOpens => "effect.never-opens",
            _ => throw new ArgumentOutOfRangeException(nameof(warning), warning.Kind, null),
        };
        return new(
            warning.Duty.Value, warning.Kind, warning.Planned, warning.InForce,
            RefusalWords.SayValue(string.Create(CultureInfo.InvariantCulture, $"{key}|{warning.Title}|{warning.Planned:yyyy-MM-dd}|{warning.InForce:yyyy-MM-dd}"), language));
    }
}
