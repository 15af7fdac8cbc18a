namespace HuiminCoord.Server.Console.Board;

/// <summary>Which units are shown.</summary>
/// <param name="Name">As in the address; null = all.</param>
/// <param name="Lets">Whether a unit is shown.</param>
public sealed record BoardFilter(string? Name, Func<BoardLine, bool> Lets)
{
    internal static readonly BoardFilter All = new(null, _ => true);

    internal static readonly BoardFilter Silent = new("silent", l => l.Standing == BoardStanding.Silent);

    internal static readonly BoardFilter Waiting = new("waiting", l => l.Standing == BoardStanding.Waiting);

    internal static readonly BoardFilter Returned = new("returned", l => l.Standing == BoardStanding.Returned);

    internal static readonly BoardFilter Extended = new("extended", l => l.Standing == BoardStanding.Extended);

    internal static readonly BoardFilter Reported = new("reported", l => l.Standing is BoardStanding.Waiting or BoardStanding.Returned or BoardStanding.Done);

    internal static readonly BoardFilter Unmanned = new("unmanned", l => !l.HasLiaison);

    private static readonly BoardFilter[] Known = [All, Silent, Waiting, Returned, Extended, Reported, Unmanned];

    /// <summary>The filter of an address; what nobody knows shows all.</summary>
    internal static BoardFilter Of(string? name) => Known.FirstOrDefault(f => f.Name == name) ?? All;

    /// <summary>Filters in a row: those that are always there, and what is chosen or lets somebody through besides.</summary>
    internal static IEnumerable<BoardFilter> InRow(IReadOnlyList<BoardLine> lines, BoardFilter chosen) =>
        Known.Where(f => f == All || f == Silent || f == Waiting || f == Returned || (f == Extended && lines.Any(f.Lets)) || (f == chosen && f != Unmanned));
}
