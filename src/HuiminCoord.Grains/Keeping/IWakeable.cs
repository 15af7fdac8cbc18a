namespace HuiminCoord.Grains.Keeping;

/// <summary>An actor whose stored document says when it next has something to do; every room's contract extends it.</summary>
[Alias("wakeable")]
public interface IWakeable : IGrainWithStringKey
{
    /// <summary>Does what is due at <paramref name="now"/>; a wake that comes twice or too early does nothing.</summary>
    /// <param name="now">Campaign time of the timekeeper's scan.</param>
    [Alias("wake")]
    Task Wake(DateTimeOffset now);
}
