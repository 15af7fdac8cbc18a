using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Keeping;

/// <summary>The shell of a room: it asks the pure rules, stores what they decide in one statement, and only then answers.</summary>
/// <remarks>
/// Keep rooms non-reentrant. Give each a <c>[GrainType]</c>: rows are stored under it, and a class may be renamed.
/// Time never runs backwards within an actor, even when two silos' clocks disagree.
/// </remarks>
public abstract partial class DecidingGrain<TState, TCommand, TEvent>(IPersistentState<Kept<TState, TEvent>> kept, Keeper keeper) : Grain, IWakeable
    where TState : class, new()
{
    private Kept<TState, TEvent>? _stored; // the last document known to be stored, while a newer one is on its way
    private bool _uncertain;

    /// <summary>What the actor knows; never ahead of its row.</summary>
    protected TState State => Document.State;

    /// <summary>The sequence of the actor's last event; 0 before the first.</summary>
    protected long Sequence => Document.Sequence;

    /// <summary>The campaign that the actor belongs to.</summary>
    protected string Campaign => RoomKey.CampaignOf(this.GetPrimaryKeyString());

    private Kept<TState, TEvent> Document => _stored ?? kept.State;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The rules refuse the wake, or would wake again at once, for ever.</exception>
    public virtual async Task Wake(DateTimeOffset now)
    {
        await Begin();
        if (Document.WakeAt is not { } due || due > now.ToUnixTimeMilliseconds())
        {
            return;
        }

        using var span = Traces.Within("decide wake");
        now = NotBackwards(now);
        await Prepare(now);
        var events = DecideWake(State, now) switch
        {
            Decision<TEvent>.Kept kept => kept.Events,
            Decision<TEvent>.Refused refused => throw new InvalidOperationException($"{this.GetGrainId()} refused to wake at {now:O}: {refused.Refusal.Code}."),
            _ => throw new InvalidOperationException("A decision is kept or refused."),
        };
        var next = Following(events, null, now, null);
        if (next.WakeAt <= now.ToUnixTimeMilliseconds())
        {
            throw new InvalidOperationException($"{this.GetGrainId()} would spin: woken at {now:O}, it wants to wake again at {DateTimeOffset.FromUnixTimeMilliseconds(next.WakeAt.Value):O}.");
        }

        await Store(next);
    }

    /// <summary>What a command leads to. Pure: plan and calendar were fetched in <see cref="Prepare"/>.</summary>
    protected abstract Decision<TEvent> Decide(TState state, TCommand command, DateTimeOffset now);

    /// <summary>What is due at <paramref name="now"/>. Pure.</summary>
    protected abstract Decision<TEvent> DecideWake(TState state, DateTimeOffset now);

    /// <summary>The state after an event. Pure.</summary>
    protected abstract TState Evolve(TState state, TEvent @event);

    /// <summary>When there is next something to do; null is never. After a wake it must be later than <paramref name="now"/>.</summary>
    protected abstract DateTimeOffset? NextWake(TState state, DateTimeOffset now);

    /// <summary>Fetches the facts that the rules need; runs before every decision.</summary>
    protected virtual ValueTask Prepare(DateTimeOffset now) => ValueTask.CompletedTask;

    /// <summary>Carries out one command, at most once per key.</summary>
    /// <param name="command">What is asked for.</param>
    /// <param name="key">The caller's name for the wish; null means that repeating it may carry it out again.</param>
    /// <param name="at">Campaign time of the command where it is not the clock's.</param>
    /// <returns>An answer given after the commit. A refusal is an answer, a failed write is an exception.</returns>
    protected async Task<Answer> Handle(TCommand command, CommandKey? key, DateTimeOffset? at = null)
    {
        using var asked = new AskedCommand(keeper, this.GetGrainId(), command!.GetType().Name);
        return asked.Answered(await CarryOut(command, key, at));
    }

    private async Task<Answer> CarryOut(TCommand command, CommandKey? key, DateTimeOffset? at)
    {
        await Begin();
        if (key is not null && Document.Command is { } last && last.Key == key.Key)
        {
            return Again(last, key);
        }

        var now = NotBackwards(at ?? keeper.Now());
        await Prepare(now);
        return Decide(State, command, now) switch
        {
            Decision<TEvent>.Kept { Events.Count: > 0 } decided => await KeepOrRecall(decided.Events, key, now),
            Decision<TEvent>.Refused refused => await Recall(key) ?? Says(changed: false, refused.Refusal),
            _ => await Recall(key) ?? Says(changed: false),
        };
    }

    /// <summary>The clock's time, or <paramref name="earliest"/> where another silo's clock, a little ahead, has set that.</summary>
    protected DateTimeOffset NowNotBefore(DateTimeOffset? earliest) => earliest is { } at && at > keeper.Now() ? at : keeper.Now();

    private async Task<Answer> KeepOrRecall(IReadOnlyList<TEvent> events, CommandKey? key, DateTimeOffset now)
    {
        try
        {
            await Store(Following(events, key, now, Document.WakeAt));
            return Says(changed: true);
        }
        catch (RepeatedKeyException)
        {
            await kept.ReadStateAsync();
            return await Recall(key) ?? throw new InvalidOperationException($"{this.GetGrainId()}: the answer to '{key?.Key}' was forgotten while it was asked for.");
        }
    }

    /// <summary>Writes the document; afterwards memory and row agree, or nobody trusts this memory any more.</summary>
    private async Task Store(Kept<TState, TEvent> document)
    {
        var before = _stored = kept.State;
        kept.State = document;
        try
        {
            await kept.WriteStateAsync();
        }
        catch (Exception failure)
        {
            kept.State = before;
            if (failure is not RepeatedKeyException)
            {
                // The write may or may not have reached the disk: whoever comes next reads the row first.
                _uncertain = true;
                keeper.Log.LogWarning("{Grain} could not be stored and is read again: {Error}", this.GetGrainId(), failure.Message);
                DeactivateOnIdle();
            }

            throw;
        }
        finally
        {
            _stored = null;
        }

        if (document.Events.Count > 0)
        {
            keeper.Committed(Campaign);
        }
    }

    /// <param name="keep">A wake that must not be put off: a command at 09:00:00 would otherwise cost what is due at 09:00.</param>
    private Kept<TState, TEvent> Following(IReadOnlyList<TEvent> events, CommandKey? key, DateTimeOffset now, long? keep)
    {
        var state = events.Aggregate(State, Evolve);
        var sequence = Sequence + events.Count;
        return new Kept<TState, TEvent>
        {
            Shard = Shards.Of(Campaign),
            Sequence = sequence,
            WakeAt = Earlier(NextWake(state, now) is { } wake ? Milliseconds(wake) : null, keep),
            At = now.ToUnixTimeMilliseconds(),
            By = Acting.Who,
            State = state,
            Events = events,
            Command = key is null ? null : new KeptCommand(key.Key, key.BodyHash, Says(changed: true) with { Sequence = sequence }),
            Trace = Traces.Current,
        };
    }

    private static long? Earlier(long? one, long? other) => one is null || other < one ? other ?? one : one;

    private async Task<Answer?> Recall(CommandKey? key) =>
        key is not null && await keeper.Memory.Find(this.GetGrainId(), key.Key) is { } first ? Again(first, key) : null;

    private Answer Again(KeptCommand first, CommandKey key) =>
        first.BodyHash == key.BodyHash ? first.Answer with { Replayed = true } : Says(changed: false, new Refusal("command.key-reused", key.Key));

    private Answer Says(bool changed, Refusal? refusal = null) =>
        new($"{this.GetGrainId().Type}/{this.GetPrimaryKeyString()}", Sequence, changed, refusal, Replayed: false);

    private DateTimeOffset NotBackwards(DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(now.ToUnixTimeMilliseconds(), Document.At));

    /// <summary>Rounded up: waking a fraction of a millisecond early would be waking for nothing.</summary>
    private static long Milliseconds(DateTimeOffset wake)
    {
        var floor = wake.ToUnixTimeMilliseconds();
        return DateTimeOffset.FromUnixTimeMilliseconds(floor) < wake ? floor + 1 : floor;
    }
}
