using HuiminCoord.Server.Accounts;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Looks for a text, as far as somebody's seat may see. Where a server has none, the top bar has no field for it.</summary>
/// <param name="asker">Who looks; sits in a seat of a campaign.</param>
/// <param name="text">What was typed.</param>
/// <param name="cancellation">Something else is typed by now, or nobody looks any more.</param>
internal delegate Task<IReadOnlyList<FoundGroup>> Finding(Asker asker, string text, CancellationToken cancellation);

/// <summary>What was found of one kind.</summary>
/// <param name="Kind">Its name in <c>search.kind.{name}</c>.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Hits">The nearest of them.</param>
internal sealed record FoundGroup(string Kind, int Total, IReadOnlyList<FoundHit> Hits);

/// <summary>Something that was found.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Detail">A line that tells it from others; may be empty.</param>
/// <param name="Link">Where the console shows it, as a path.</param>
internal sealed record FoundHit(string Title, string Detail, string Link);
