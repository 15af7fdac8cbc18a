using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>下达督导任务: the office orders a group, or orders it otherwise. The group is told.</summary>
public sealed partial class MandateForm : DrawerForm
{
    private const int MostGroups = 99;

    /// <summary>The group as it stands; null = a new one.</summary>
    [Parameter]
    public GroupLine? Ordered { get; set; }

    /// <summary>Groups that there are.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<GroupLine> Known { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    private string? Group { get; set; }

    private string Matter { get; set; } = "";

    private string Leader { get; set; } = "";

    private DateOnly? From { get; set; }

    private DateOnly? Until { get; set; }

    private HashSet<string> Units { get; } = [];

    private HashSet<string> Tasks { get; } = [];

    private bool Shows { get; set; }

    /// <summary>The next free numbers.</summary>
    private IEnumerable<(string Value, string Text)> Free => Enumerable.Range(1, MostGroups).Select(n => string.Create(CultureInfo.InvariantCulture, $"du-{n}"))
        .Where(id => Known.All(g => g.Id != id)).Take(3).Select(id => (id, Words.Group(id)));

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (Ordered is { } group)
        {
            (Group, Matter, Leader, From, Until) = (group.Id, group.Matter, group.Leader, group.From, group.Until);
            Units.UnionWith(group.Units);
            Tasks.UnionWith(group.Tasks);
        }
        else
        {
            Group = Free.Select(f => f.Value).FirstOrDefault();
        }
    }

    private static void Toggle(HashSet<string> chosen, string id)
    {
        if (!chosen.Remove(id))
        {
            chosen.Add(id);
        }
    }

    private async Task Send()
    {
        Shows = true;
        if (Group is not { Length: > 0 } group || From is not { } from || Until is not { } until)
        {
            return;
        }

        var mandate = new SupervisionMandate(
            Matter, [.. Plan.Units.Select(u => u.Id).Where(u => Units.Contains(u.Value))], [.. Plan.Tasks.Select(t => t.Id).Where(t => Tasks.Contains(t.Value))], from, until, Leader);
        await Carry(() => Desk.ToSupervision("recordMandate", group, new SupervisionCommand.RecordMandate(mandate)), Words["supervision.order.did", Words.Group(group)]);
    }
}
