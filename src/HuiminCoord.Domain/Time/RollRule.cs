namespace HuiminCoord.Domain.Time;

/// <summary>What becomes of a last day that is a day of rest.</summary>
public enum RollRule
{
    /// <summary>It stays: fixed reporting dates such as the 28th. Only the 办理日 comes earlier.</summary>
    Keep,

    /// <summary>The first working day after the rest is the last day: 民法典 Art. 203 (before 2021: 民法总则 Art. 203).</summary>
    NextWorkingDay,

    /// <summary>The last working day before the rest is the last day, where a notice says 遇节假日提前.</summary>
    PreviousWorkingDay,
}
