namespace HuiminCoord.Server.Searching;

/// <summary>What kind of thing was found, in the order in which they are shown.</summary>
public enum SearchKind
{
    /// <summary>A member unit, by its name or an alias.</summary>
    Unit,

    /// <summary>Somebody in a unit's seat, by name.</summary>
    Person,

    /// <summary>What a unit owes, by title, period or clause.</summary>
    Obligation,

    /// <summary>A domain task.</summary>
    Task,

    /// <summary>A phase.</summary>
    Phase,

    /// <summary>A message of the seat's own inboxes, by title or body.</summary>
    Message,

    /// <summary>A point that the plan leaves open.</summary>
    Question,

    /// <summary>The issued paper, by its number (文号).</summary>
    Document,
}

/// <summary>Something that was found.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Detail">A line that tells it from others; may be empty.</param>
/// <param name="Link">Where the console shows it, as a path.</param>
public sealed record SearchHit(SearchKind Kind, string Title, string Detail, string Link);

/// <summary>What was found of one kind.</summary>
/// <param name="Total">How many there are; <see cref="Search.Counted"/> = as many or more.</param>
/// <param name="Hits">The nearest of them, at most <see cref="Search.Shown"/>.</param>
public sealed record SearchGroup(SearchKind Kind, int Total, IReadOnlyList<SearchHit> Hits);

/// <summary>What a seat finds.</summary>
/// <param name="Complete">False when the time was up before everything was looked at.</param>
/// <param name="Groups">Kinds of which something was found, in the order of <see cref="SearchKind"/>.</param>
public sealed record SearchFound(bool Complete, IReadOnlyList<SearchGroup> Groups);
