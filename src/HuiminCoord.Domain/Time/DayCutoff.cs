namespace HuiminCoord.Domain.Time;

/// <summary>When the last day of a period ends: 民法典 Art. 203 knows both.</summary>
public enum DayCutoff
{
    /// <summary>At 24:00 Shanghai.</summary>
    DayEnd,

    /// <summary>When the office stops its business for the day, for what can only be handed in at a counter.</summary>
    CloseOfBusiness,
}
