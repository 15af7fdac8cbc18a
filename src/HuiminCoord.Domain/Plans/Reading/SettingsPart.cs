using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>The settings; each range is what the rules of the rooms can live with.</summary>
internal static class SettingsPart
{
    public static PlanSettings Read(Fields fields)
    {
        var inner = fields.Inner("settings");
        var slow = inner.WholeIfAny("slowTaskDays", 1, 366);
        var settings = new PlanSettings(
            inner.Choice("roll", RollRule.Keep) ?? default,
            inner.Choice("cutoff", DayCutoff.DayEnd) ?? default,
            inner.Time("digestAt") ?? default,
            inner.Time("closeOfBusiness") ?? default,
            inner.Whole("longRestDays", 2, 30) ?? default,
            inner.Whole("reviewWorkdays", 1, 60) ?? default,
            inner.Whole("correctionWorkdays", 1, 60) ?? default,
            inner.Whole("staleTaskDays", 1, 366) ?? default,
            inner.TextOrEmpty("officePhone"),
            slow ?? PlanSettings.UsualSlowTaskDays);
        // A task that is stale first would never be slow: the plan would promise a light that nobody sees.
        if (slow >= settings.StaleTaskDays && settings.StaleTaskDays > 0)
        {
            inner.Problems.Add(
                inner.At("slowTaskDays"), PlanProblemCode.SlowLate, $"'slowTaskDays' must be less than 'staleTaskDays', which is {settings.StaleTaskDays}: a task that is stale is not called slow");
        }

        inner.Close();
        return settings;
    }
}
