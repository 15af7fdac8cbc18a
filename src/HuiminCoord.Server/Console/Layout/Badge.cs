using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A count beside a link of the navigation: how much waits behind it for the seat. Rooms register theirs.</summary>
/// <param name="Path">The link.</param>
/// <param name="Operation">The page's row of the matrix: for whoever does not see the page nothing is counted.</param>
/// <param name="Count">Counts by the registers, as far as the seat reaches; cheap, it is asked whenever something is told.</param>
internal sealed record Badge(string Path, string Operation, Func<ReadingScene, CancellationToken, Task<int>> Count);
