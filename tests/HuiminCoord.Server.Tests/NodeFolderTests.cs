namespace HuiminCoord.Server.Tests;

/// <summary>What is installed for tests comes from wherever the one who installs it says.</summary>
public sealed class NodeFolderTests
{
    [Theory]
    [InlineData("client")]
    [InlineData("accessibility")]
    [InlineData("invitations")]
    public async Task The_lock_file_names_no_place_to_load_from(string folder)
    {
        var locked = await File.ReadAllTextAsync(new NodeFolder(folder).Lock, TestContext.Current.CancellationToken);
        Assert.Contains("\"integrity\"", locked, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", locked, StringComparison.Ordinal);
    }
}
