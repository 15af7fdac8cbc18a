using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The settings; each range is what the rules of the rooms can live with.</summary>
internal static class SettingsPart
{
    public static PlanSettings Read(Fields fields)
    {
        var inner = fields.Inner("settings");
        var settings = new PlanSettings(
            inner.Choice("roll", RollRule.Keep) ?? default,
            inner.Choice("cutoff", DayCutoff.DayEnd) ?? default,
            inner.Time("digestAt") ?? default,
            inner.Time("closeOfBusiness") ?? default,
            inner.Whole("longRestDays", 2, 30) ?? default,
            inner.Whole("reviewWorkdays", 1, 60) ?? default,
            inner.Whole("correctionWorkdays", 1, 60) ?? default,
            inner.Whole("staleTaskDays", 1, 366) ?? default,
            inner.TextOrEmpty("officePhone"));
        inner.Close();
        return settings;
    }
}
