namespace HuiminCoord.House.Tests.Reading;

/// <summary>Says all that is wrong, whole: the runner would cut a list short.</summary>
internal static class Faults
{
    internal static void None(IEnumerable<string> faults)
    {
        var found = faults.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:\n{string.Join('\n', found)}");
    }
}
