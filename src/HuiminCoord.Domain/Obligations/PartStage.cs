namespace HuiminCoord.Domain.Obligations;

/// <summary>Stage of one part of an obligation. See <c>README.md</c> in this folder.</summary>
public enum PartStage
{
    /// <summary>Never submitted, or taken back (填报中).</summary>
    Open,

    /// <summary>With the office (已报送，待审核).</summary>
    Submitted,

    /// <summary>With the unit again (退回修改).</summary>
    Returned,

    /// <summary>Done (审核通过).</summary>
    Accepted,

    /// <summary>Not owed (免报), with a reason.</summary>
    Waived,
}
