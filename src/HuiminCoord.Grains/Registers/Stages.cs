using HuiminCoord.Domain.Obligations;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Registers;

/// <summary>The stage of an obligation as registers show it, made from the stages of its parts.</summary>
public static class Stages
{
    /// <summary>Something is still with the unit for the first time.</summary>
    public const string Open = "open";

    /// <summary>Everything is handed in; something waits for the office.</summary>
    public const string Submitted = "submitted";

    /// <summary>Something came back.</summary>
    public const string Returned = "returned";

    /// <summary>Done.</summary>
    public const string Accepted = "accepted";

    /// <summary>Not owed.</summary>
    public const string Waived = "waived";

    /// <summary>Not owed any more since an amendment, whatever was handed in.</summary>
    public const string Ended = "ended";

    /// <summary>Stages in which something is still asked of the unit or of the office.</summary>
    public static IReadOnlyList<string> Unfinished { get; } = [Open, Submitted, Returned];

    /// <summary>Stages in which nothing is asked of anybody.</summary>
    public static IReadOnlyList<string> Over { get; } = [Accepted, Waived, Ended];

    /// <summary>Stages in which a duty does not count among those owed.</summary>
    public static IReadOnlyList<string> NotOwed { get; } = [Waived, Ended];

    /// <summary>A stage in the words of the console.</summary>
    public static string Words(string stage) => stage switch
    {
        Open => "填报中",
        Submitted => "已报送（待审核）",
        Returned => "退回修改",
        Accepted => "审核通过",
        Waived => "免报",
        Ended => "终止",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };

    /// <summary>The stages of the parts, as stored in the row.</summary>
    public static SortedDictionary<string, PartStage> PartsOf(ObligationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return StoredJson.Read<SortedDictionary<string, PartStage>>(row.Parts);
    }

    /// <summary>Sets parts to a stage and the row's own stage with them.</summary>
    internal static void Set(ObligationRow row, IEnumerable<string> parts, PartStage stage)
    {
        var all = PartsOf(row);
        foreach (var part in parts)
        {
            all[part] = stage;
        }

        row.Parts = StoredJson.Write(all);
        row.Stage = Of(all.Values);
    }

    /// <summary>Sets the stage of parts that are not with the office any more.</summary>
    internal static void Leave(ObligationRow row, IReadOnlyList<string> parts, PartStage stage)
    {
        Set(row, parts, stage);
        ObligationPayload.Away(row, parts);
    }

    /// <summary>The stage of the whole.</summary>
    internal static string Of(IReadOnlyCollection<PartStage> parts) =>
        parts.Contains(PartStage.Returned) ? Returned
        : parts.Contains(PartStage.Open) ? Open
        : parts.Contains(PartStage.Submitted) ? Submitted
        : parts.Contains(PartStage.Accepted) ? Accepted
        : Waived;
}
