using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>What a question of a plan governs: <c>settings.reviewWorkdays</c>, <c>units.zhengfuban.table</c>, <c>duties.monthly</c>.</summary>
internal sealed class QuestionScope(string affects)
{
    private const string Settings = "settings", Units = "units", Duties = "duties", Tasks = "tasks", Table = "table";

    private readonly string[] _parts = affects.Split('.');

    /// <summary>The setting that an answer may change along with it; null = none.</summary>
    internal string? Setting => _parts is [Settings, var name] && TypeOf(name) is not null ? name : null;

    /// <summary>How the setting is filled in: <c>time</c>, <c>number</c>, <c>text</c>.</summary>
    internal string SettingType => TypeOf(Setting ?? "") ?? "text";

    /// <summary>Units to which an answer may give another table.</summary>
    internal IReadOnlyList<UnitPlan> Tables(Plan plan) => _parts switch
    {
        [Units, Table] => plan.Units,
        [Units, var unit, Table] => [.. plan.Units.Where(u => u.Id.Value == unit)],
        _ => [],
    };

    /// <summary>The clause of the duty or task that it governs; null where that is not one.</summary>
    internal string? Clause(Plan plan) => _parts switch
    {
        [Duties, var duty, ..] => plan.Duties.FirstOrDefault(d => d.Id == duty)?.Clause,
        [Tasks, var task] => plan.Tasks.FirstOrDefault(t => t.Id.Value == task)?.Clause,
        _ => null,
    };

    /// <summary>In words; a scope that nobody knows is said as it stands.</summary>
    internal string Say(PageWords words, Plan plan) => new ScopeWords(words).Of(_parts, plan) ?? affects;

    /// <summary>The setting as it is now, as it is filled in.</summary>
    internal string Present(PlanSettings settings) => Setting switch
    {
        "digestAt" => PlanLines.Time(settings.DigestAt),
        "closeOfBusiness" => PlanLines.Time(settings.CloseOfBusiness),
        "longRestDays" => Number(settings.LongRestDays),
        "reviewWorkdays" => Number(settings.ReviewWorkdays),
        "correctionWorkdays" => Number(settings.CorrectionWorkdays),
        "slowTaskDays" => Number(settings.SlowTaskDays),
        "staleTaskDays" => Number(settings.StaleTaskDays),
        _ => settings.OfficePhone,
    };

    /// <summary>The change that was filled in; null when it leaves the setting as it is, or cannot be read.</summary>
    internal SettingsChange? Change(PlanSettings settings, string text)
    {
        var (typed, time, number) = (text.Trim(), TimeOf(text), NumberOf(text));
        return typed == Present(settings) ? null : Setting switch
        {
            "digestAt" when time is not null => new(DigestAt: time),
            "closeOfBusiness" when time is not null => new(CloseOfBusiness: time),
            "longRestDays" when number is not null => new(LongRestDays: number),
            "reviewWorkdays" when number is not null => new(ReviewWorkdays: number),
            "correctionWorkdays" when number is not null => new(CorrectionWorkdays: number),
            "slowTaskDays" when number is not null => new(SlowTaskDays: number),
            "staleTaskDays" when number is not null => new(StaleTaskDays: number),
            "officePhone" => new(OfficePhone: typed),
            _ => null,
        };
    }

    private static string? TypeOf(string setting) => setting switch
    {
        "digestAt" or "closeOfBusiness" => "time",
        "longRestDays" or "reviewWorkdays" or "correctionWorkdays" or "slowTaskDays" or "staleTaskDays" => "number",
        "officePhone" => "text",
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static TimeOnly? TimeOf(string text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    private static int? NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
