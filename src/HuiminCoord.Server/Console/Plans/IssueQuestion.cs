using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>What is asked before a version goes to all units.</summary>
internal static class IssueQuestion
{
    internal static OutwardQuestion Of(PageWords words, string title, Plan plan) => new(
        title, words["plan.issue.sentence", plan.Units.Count, string.Join(words["page.comma"], plan.Units.Select(u => u.Name))],
        _ => words["issue.do", plan.Units.Count])
    {
        Warning = words["plan.issue.warning"],
    };
}
