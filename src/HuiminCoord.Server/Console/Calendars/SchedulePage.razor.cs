using System.Globalization;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>日程: a month or a week with its working days, what is due, meetings and phases, each seat's own.</summary>
public sealed partial class SchedulePage : LivePage
{
    [SupplyParameterFromQuery(Name = "month")]
    private string? Month { get; set; }

    [SupplyParameterFromQuery(Name = "week")]
    private string? Week { get; set; }

    [Inject]
    private ScheduleReader Reader { get; set; } = null!;

    private Schedule? Of { get; set; }

    /// <summary>2020年11月; 2020年11月30日至12月6日.</summary>
    private string Name => Of is not { Span: var span } ? Words["sched.title"]
        : span.IsWeek ? Words["sched.name.week", Day(span.From), Day(span.To), span.From.Year]
        : Words["sched.name.month", span.From.Year, Words[$"cal.month.{span.From.Month}"]];

    private string? Sentence => Of is null ? null
        : Words["sched.sentence", Name, Of.Days.Count(d => d.Works), Of.Count(ScheduleKind.Due), Of.Count(ScheduleKind.Meeting)];

    private string? Context => Of is null ? null : Words["sched.context", Words.Day(Of.Today)];

    /// <inheritdoc/>
    private protected override async Task Load() => Of = await Reader.Read(Desk, Visitor, Month, Week);

    private string Day(DateOnly day) => Words.Language == Language.English
        ? day.ToString("MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");
}
