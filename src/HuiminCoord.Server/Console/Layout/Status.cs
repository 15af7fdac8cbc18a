namespace HuiminCoord.Server.Console.Layout;

/// <summary>Every state that pages show. Its look is in <see cref="StatusLook"/>, its word is <c>status.{name}</c>.</summary>
public enum Status
{
    /// <summary>未填报: nothing is there yet, and nothing is late.</summary>
    NotStarted,

    /// <summary>填报中: somebody has begun to write.</summary>
    Filling,

    /// <summary>待本单位审核.</summary>
    UnitReview,

    /// <summary>临近时限.</summary>
    Soon,

    /// <summary>逾期未报.</summary>
    Late,

    /// <summary>已报送（待审核）: the office's turn.</summary>
    Submitted,

    /// <summary>逾期已报.</summary>
    LateSubmitted,

    /// <summary>退回修改.</summary>
    Returned,

    /// <summary>审核通过.</summary>
    Accepted,

    /// <summary>免报.</summary>
    Waived,

    /// <summary>正常推进.</summary>
    OnTrack,

    /// <summary>进展缓慢.</summary>
    Slow,

    /// <summary>超期未更新.</summary>
    Stale,

    /// <summary>需协调解决.</summary>
    Blocked,

    /// <summary>Over and well.</summary>
    Done,

    /// <summary>Over, or not in force.</summary>
    Off,
}
