using HuiminCoord.Domain.Obligations;

namespace HuiminCoord.Server.Console.Words;

/// <summary>What parts of duties are called on pages.</summary>
internal static class DutyTexts
{
    /// <summary>小结, 统计表; 全部 for a duty that has no parts; others as the plan calls them.</summary>
    internal static string Part(this PageWords words, string part) => part switch
    {
        DutyPart.Summary => words["part.summary"],
        DutyPart.Table => words["part.table"],
        DutyTerms.Whole => words["part.all"],
        _ => part,
    };
}
