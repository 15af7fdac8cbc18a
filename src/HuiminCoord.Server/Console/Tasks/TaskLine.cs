using System.Globalization;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Server.Api.Tasks;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>A task as pages show it.</summary>
/// <param name="Number">Its number within the domain.</param>
/// <param name="Lead">Id of the unit that leads it.</param>
/// <param name="Section">Name of the lead section.</param>
/// <param name="Cooperating">Ids of the units that support it.</param>
/// <param name="Percent">Share done as last said; null = never said.</param>
/// <param name="Milestones">In order of entry; those that were given up are not among them.</param>
/// <param name="SilentDays">Days since the last progress, or since the plan named the task.</param>
/// <param name="Missed">Milestones that were not reached by their date.</param>
public sealed record TaskLine(
    string Id, string Domain, string DomainName, int Number, string Title, string Lead, string Section, IReadOnlyList<string> Cooperating,
    TaskLight Light, int? Percent, DateTimeOffset? LastProgressAt, DateTimeOffset? BlockedSince, IReadOnlyList<MilestoneDetail> Milestones,
    int SilentDays, int Missed)
{
    /// <summary>① to ⑳; beyond them plain figures.</summary>
    public string Mark => Numerals.Circled(Number);

    /// <summary>Milestones that were reached.</summary>
    public int Reached => Milestones.Count(m => m.Stage == "reached");

    /// <summary>Shanghai date of the last progress; null while there was none.</summary>
    public DateOnly? UpdatedOn => LastProgressAt is { } at ? ChinaTime.DateOf(at) : null;

    /// <summary>The light's name in addresses.</summary>
    public string Stage => TaskFilter.StageOf(Light);

    /// <summary>True when the unit leads or supports the task.</summary>
    public bool IsOf(string unit) => Lead == unit || Cooperating.Contains(unit);

    /// <summary>When it was updated last: 11-26, with the year where that is another than today's.</summary>
    public string Updated(DateOnly today) =>
        UpdatedOn is { } day && day.Year == today.Year ? day.ToString("MM-dd", CultureInfo.InvariantCulture) : DateTexts.Short(UpdatedOn);

    internal static TaskLine Of(TaskView view) => new(
        view.Task, view.Domain, view.DomainName, view.Number, view.Title, view.Lead, view.Section, view.Cooperating, view.Light, view.Percent,
        view.LastProgressAt, view.BlockedSince, view.Milestones, view.SilentDays, view.Missed);
}
