using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Meetings;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>What a meeting has decided, with owner and day.</summary>
public sealed partial class DecisionList : PagePart
{
    /// <summary>In the order in which they were decided.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<DecisionLine> Of { get; set; }

    /// <summary>The plan in force: it names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>True for the recorder, until the minutes are confirmed.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>Where a decision is worded.</summary>
    [Parameter]
    public Func<int, string> Link { get; set; } = _ => "";

    /// <summary>Drops one.</summary>
    [Parameter]
    public EventCallback<DecisionLine> Drop { get; set; }

    /// <summary>农牧局　12月25日前　配合：教育局.</summary>
    private string Who(DecisionLine decision)
    {
        var w = decision.Wording;
        var due = (decision.DueOn ?? w.Due) is { } day ? Words["session.due", Words.ShortDay(day, ChinaTime.DateOf(Visitor.Now))] : Words["session.days", w.Workdays ?? 0];
        var with = w.With.Count == 0 ? null : Words["session.with", string.Join(Words["page.comma"], w.With.Select(u => MeetingTexts.NameOf(Plan, u.Value)))];
        return string.Join("　", new[] { MeetingTexts.NameOf(Plan, w.Owner!.Value.Value), due, with, w.Clause.Length > 0 ? w.Clause : null }.OfType<string>());
    }
}
