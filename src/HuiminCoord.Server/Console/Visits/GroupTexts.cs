using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>What pages say about supervision.</summary>
internal static class GroupTexts
{
    /// <summary>How a light looks.</summary>
    internal static Status StatusOf(ProblemLight light) => light switch
    {
        ProblemLight.StruckOff => Status.Accepted,
        ProblemLight.ToCheck => Status.Submitted,
        ProblemLight.Late => Status.Late,
        _ => Status.OnTrack,
    };

    /// <summary>第2督导组.</summary>
    internal static string Group(this PageWords words, string group) => words["supervision.group", group.Split('-')[^1]];

    internal static string Light(this PageWords words, ProblemLight light) => words[$"supervision.light.{light}"];

    /// <summary>9月18日—12月31日.</summary>
    internal static string Period(this PageWords words, GroupLine group, DateOnly today) => $"{words.ShortDay(group.From, today)} — {words.ShortDay(group.Until, today)}";

    internal static string NameOf(Plan plan, string unit) => plan.Unit(new UnitId(unit))?.Name ?? unit;

    internal static string TaskOf(Plan plan, string task) => plan.Task(new TaskId(task))?.Title ?? task;

    /// <summary>Where a group's page is.</summary>
    internal static string Place(string group) => $"/supervision/{Uri.EscapeDataString(group)}";
}
