namespace HuiminCoord.Bench;

/// <summary>A number counts only when the work behind it was done.</summary>
internal static class Expect
{
    /// <exception cref="InvalidOperationException">It does not hold; the benchmark ends with an error.</exception>
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
