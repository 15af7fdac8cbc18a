using HuiminCoord.Server.Console.Uploads;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>What stands in the form of a visit.</summary>
/// <param name="Day">Null while none was chosen.</param>
/// <param name="Lines">Ids of the checklist's lines that were looked at.</param>
/// <param name="Files">Taken in and not attached yet.</param>
/// <param name="Id">Under which a new visit is kept, once somebody has tried: trying again makes no second one.</param>
/// <param name="Seen">The revision of the kept visit from which the writing began; null = a new visit.</param>
public sealed record VisitDraft(
    DateOnly? Day, string? Unit, string Place, IReadOnlyList<string> Lines, string Achievements, string Highlights, IReadOnlyList<DraftFile> Files, string? Id = null, int? Seen = null)
{
    /// <summary>What is kept, or today's visit to the first unit.</summary>
    internal static VisitDraft Of(VisitLine? visit, GroupLine group, DateOnly today) => visit is { } v
        ? new(v.Day, v.Unit, v.Place, v.Lines, v.Achievements, v.Highlights, [], Seen: v.Revision)
        : new(today < group.From ? group.From : today > group.Until ? group.Until : today, group.Units.Count == 1 ? group.Units[0] : null, "", [], "", "", []);
}
