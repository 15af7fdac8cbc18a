using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Relaying;

/// <summary>What the events of one relay transaction lead to. A register writes rows through <see cref="Db"/> and hands messages here.</summary>
public sealed class RelayBatch
{
    private readonly HashSet<(string Campaign, string Recipient, string Slot)> _slots = [];
    private readonly List<(InboxDraft Draft, RelayedEvent Origin)> _messages = [];
    private readonly List<(StepDraft Draft, RelayedEvent Origin)> _steps = [];

    internal RelayBatch(CoordinationDb db) => Db = db;

    /// <summary>The transaction's context. Do not save it and do not start queries that ignore unsaved rows; use <c>FindAsync</c>.</summary>
    public CoordinationDb Db { get; }

    /// <summary>Real time by the database's clock.</summary>
    internal DateTimeOffset? ToldAt { get; init; }

    internal RelayedEvent? Current { get; set; }

    /// <summary>Kinds of the messages that were really written, and the steps that were: repetitions are not.</summary>
    internal List<string> WrittenKinds { get; } = [];

    internal List<StepDraft> WrittenSteps { get; } = [];

    internal IReadOnlyList<(InboxDraft Draft, RelayedEvent Origin)> Messages => _messages;

    internal IReadOnlyList<(StepDraft Draft, RelayedEvent Origin)> Steps => _steps;

    /// <summary>Puts a message into an inbox; its sequence is given when the transaction is written.</summary>
    /// <exception cref="RegisterException">The slot was already filled in this transaction, or the campaign is not the event's.</exception>
    public void Deliver(InboxDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var origin = Require(draft.Campaign);
        if (!_slots.Add((draft.Campaign, draft.Recipient, draft.Slot)))
        {
            throw new RegisterException($"{draft.Recipient} already has a message for slot '{draft.Slot}' in {draft.Campaign}: what is due together is one message.");
        }

        _messages.Add((draft, origin));
    }

    /// <summary>Records what became of a planned step.</summary>
    /// <exception cref="RegisterException">The campaign is not the event's.</exception>
    public void Step(StepDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        _steps.Add((draft, Require(draft.Campaign)));
    }

    /// <summary>Another campaign may belong to another shard, whose relay numbers its inboxes.</summary>
    private RelayedEvent Require(string campaign) =>
        Current is { } origin && origin.Campaign == campaign
            ? origin
            : throw new RegisterException($"An event of {Current?.Campaign ?? "nobody"} cannot write to an inbox of {campaign}.");
}

/// <summary>A register asks for something that cannot be written; its actor's events wait until that is repaired.</summary>
public sealed class RegisterException : InvalidOperationException
{
    public RegisterException()
    {
    }

    public RegisterException(string message)
        : base(message)
    {
    }

    public RegisterException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
