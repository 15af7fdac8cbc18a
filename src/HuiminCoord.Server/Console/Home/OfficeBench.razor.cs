using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Home;

/// <summary>The workbench of the office, the convenor and the supervision group: what waits for somebody, and how the duties stand.</summary>
public sealed partial class OfficeBench : LivePage
{
    private OfficeFactsNow? Facts { get; set; }

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getBoard");
        Facts = await OfficeBenchReader.Read(scene, Visitor.May, Visitor.Gone);
    }
}
