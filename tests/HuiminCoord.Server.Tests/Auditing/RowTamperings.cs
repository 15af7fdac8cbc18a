using static HuiminCoord.Server.Tests.Auditing.Tampered;

namespace HuiminCoord.Server.Tests.Auditing;

/// <summary>Ways to make the rows tell something else than what happened.</summary>
internal static class RowTamperings
{
    private const string Mine = $"campaign = '{Campaign}'";

    private static readonly string[] Tables = ["audit", "audit_head", "audit_seal", "audit_seal_head", "audit_checkpoint", "relay_cursor"];

    /// <summary>By name; each says what must be found.</summary>
    internal static IReadOnlyDictionary<string, Func<Tampered, Task<Finding>>> All { get; } = new Dictionary<string, Func<Tampered, Task<Finding>>>
    {
        ["a body gets a blank"] = t => Change(t, "body = body || ' '"),
        ["a body's word is replaced"] = t => Change(t, "body = replace(body, '\"$type\":\"', '\"$type\":\"x')"),
        ["a body goes on where nobody looks"] = t => Change(t, t.OnSqlite ? "body = body || char(0) || 'x'" : "body = body || chr(8203)"),
        ["an instant is moved by a millisecond"] = t => Change(t, "at = at + 1"),
        ["an instant is moved by a day"] = t => Change(t, "at = at - 86400000"),
        ["somebody else asked"] = t => Change(t, "actor = coalesce(actor, '') || 'x'"),
        ["nobody asked, or the empty name"] = t => Change(t, "actor = CASE WHEN actor IS NULL THEN '' END"),
        ["an event is called another"] = t => Change(t, "event_type = event_type || '-not'"),
        ["a row is ascribed to another actor"] = t => Change(t, "grain_key = grain_key || 'x'", known: false),
        ["a row is ascribed to another room"] = t => Change(t, "grain_type = 'account'", known: false),
        ["a number is changed"] = t => Change(t, "seq = seq + 100000"),
        ["a row is moved to another campaign"] = t => Change(t, "campaign = 'huimin-2021'", known: false),
        ["a row is moved to the end"] = async t => (await Change(t, $"position = {t.Last + 1000}", known: false)) with { Also = [t.Last + 1000] },
        ["a row is moved before the first"] = async t => (await Change(t, "position = 0", known: false)) with { Also = [0] },
        ["the first row is removed"] = t => Remove(t, 1),
        ["a row is removed"] = t => Remove(t, t.Some()),
        ["the last row is removed"] = t => Remove(t, t.Last),
        ["a row is removed with its seal"] = RemoveWithSeal,
        ["rows are removed"] = RemoveSome,
        ["a row is removed and the others close up, sealed anew"] = CloseUp,
        ["two rows change places"] = ChangePlaces,
        ["two rows change bodies"] = t => Swap(t, "body"),
        ["two rows change instants"] = t => Swap(t, "at"),
        ["two rows change events"] = t => Swap(t, "event_type"),
        ["two rows change actors"] = t => Swap(t, "grain_key"),
        ["the end is cut off: rows"] = t => CutOff(t, 0),
        ["the end is cut off: seals too"] = t => CutOff(t, 1),
        ["the end is cut off: heads too"] = t => CutOff(t, 2),
        ["the end is cut off: the database's checkpoints too"] = t => CutOff(t, 3),
        ["the end is cut off: the actors' counters too"] = t => CutOff(t, 4),
        ["the whole campaign is removed"] = RemoveAll,
        ["a row is added at the end"] = t => Add(t, t.Last + 1),
        ["a row is added at the end and the head moved"] = t => AddAtEnd(t, withSeal: false),
        ["a row is added at the end and sealed"] = t => AddAtEnd(t, withSeal: true),
        ["a row is added in the middle and the rest sealed anew"] = AddBetween,
        ["a row takes another one's place"] = TakePlace,
    };

    private static async Task<Finding> Change(Tampered t, string set, bool known = true)
    {
        var at = t.Some();
        var grain = await t.GrainAt(at);
        await t.Do($"UPDATE audit SET {set} WHERE {At(at)}");
        return new(at, known ? grain : null);
    }

    private static async Task<Finding> Remove(Tampered t, long at)
    {
        await t.Do($"DELETE FROM audit WHERE {At(at)}");
        return new(at);
    }

    private static async Task<Finding> RemoveWithSeal(Tampered t)
    {
        var found = await Remove(t, t.Some());
        await t.Do($"DELETE FROM audit_seal WHERE {At(found.Position!.Value)}");
        return found;
    }

    private static async Task<Finding> RemoveSome(Tampered t)
    {
        var at = t.Some();
        var through = t.Some(at, Math.Min(t.Last, at + 20));
        await t.Do($"DELETE FROM audit WHERE {Mine} AND position BETWEEN {at} AND {through}");
        return new(at) { Also = [through] };
    }

    /// <summary>Near the end no checkpoint shows where it was; the actor's numbers show whose it was.</summary>
    private static async Task<Finding> CloseUp(Tampered t)
    {
        var at = t.Some();
        var grain = await t.GrainAt(at);
        await t.Do($"DELETE FROM audit WHERE {At(at)}");
        await Move(t, at, -1);
        await t.Reseal(Math.Min(at, t.Last - 1));
        await t.ForgetCheckpoints(at);
        return new(null, grain);
    }

    private static async Task<Finding> ChangePlaces(Tampered t)
    {
        var (one, other) = await Two(t, "grain_key");
        await t.Do($"UPDATE audit SET position = -1 WHERE {At(one)}");
        await t.Do($"UPDATE audit SET position = {one} WHERE {At(other)}");
        await t.Do($"UPDATE audit SET position = {other} WHERE {At(-1)}");
        return new(one) { Also = [other] };
    }

    private static async Task<Finding> Swap(Tampered t, string column)
    {
        var (one, other) = await Two(t, column);
        var (first, second) = (await t.Value($"SELECT {column} FROM audit WHERE {At(one)}"), await t.Value($"SELECT {column} FROM audit WHERE {At(other)}"));

        // Two of one number would meet in the key.
        var apart = column == "grain_key" ? ", seq = seq + 100000" : "";
        await t.Do($"UPDATE audit SET {column} = @value{apart} WHERE {At(one)}", ("value", second));
        await t.Do($"UPDATE audit SET {column} = @value{apart} WHERE {At(other)}", ("value", first));
        return new(one) { Also = [other] };
    }

    private static async Task<(long One, long Other)> Two(Tampered t, string column)
    {
        while (true)
        {
            var (one, other) = (t.Some(), t.Some());
            if (!Equals(await t.Value($"SELECT {column} FROM audit WHERE {At(one)}"), await t.Value($"SELECT {column} FROM audit WHERE {At(other)}")))
            {
                return (Math.Min(one, other), Math.Max(one, other));
            }
        }
    }

    private static async Task<Finding> CutOff(Tampered t, int depth)
    {
        var at = t.Some(2);
        var chain = await t.Value($"SELECT chain FROM audit_seal WHERE {At(at - 1)}");
        await t.Do($"DELETE FROM audit WHERE {Mine} AND position >= {at}");
        if (depth >= 1)
        {
            await t.Do($"DELETE FROM audit_seal WHERE {Mine} AND position >= {at}");
        }

        if (depth >= 2)
        {
            await t.Do($"UPDATE audit_head SET position = {at - 1} WHERE {Mine}");
            await t.Do($"UPDATE audit_seal_head SET position = {at - 1}, chain = @chain WHERE {Mine}", ("chain", chain));
        }

        if (depth >= 3)
        {
            await t.ForgetCheckpoints(at);
        }

        if (depth >= 4)
        {
            await t.Do($"UPDATE relay_cursor SET seq = (SELECT coalesce(max(seq), 0) FROM audit AS a WHERE a.grain_type = relay_cursor.grain_type AND a.grain_key = relay_cursor.grain_key) WHERE {Mine}");
        }

        return new(at);
    }

    private static async Task<Finding> RemoveAll(Tampered t)
    {
        foreach (var table in Tables)
        {
            await t.Do($"DELETE FROM {table} WHERE {Mine}");
        }

        return new(1);
    }

    /// <summary>A row that looks like the next one of its actor.</summary>
    private static async Task<Finding> Add(Tampered t, long at)
    {
        var like = t.Some(1, t.Last - 1);
        var grain = await t.GrainAt(like);
        await t.Do($"""
            INSERT INTO audit (campaign, grain_type, grain_key, seq, at, actor, event_type, body, position)
            SELECT campaign, grain_type, grain_key, (SELECT max(seq) + 1 FROM audit AS a WHERE a.grain_type = l.grain_type AND a.grain_key = l.grain_key), at, actor, event_type, body, {at}
            FROM audit AS l WHERE {At(like)}
            """);
        return new(at, grain);
    }

    private static async Task<Finding> AddAtEnd(Tampered t, bool withSeal)
    {
        var found = await Add(t, t.Last + 1);
        await t.Do($"UPDATE audit_head SET position = {t.Last + 1} WHERE {Mine}");
        if (withSeal)
        {
            await t.Reseal(t.Last + 1);
        }

        return found;
    }

    private static async Task<Finding> AddBetween(Tampered t)
    {
        var at = t.Some(2);
        await Move(t, at - 1, 1);
        var found = await Add(t, at);
        await t.Reseal(at);
        await t.ForgetCheckpoints(at);
        return found;
    }

    private static async Task<Finding> TakePlace(Tampered t)
    {
        var at = t.Some(1, t.Last - 1);
        await t.Do($"DELETE FROM audit WHERE {At(at)}");
        await t.Do($"UPDATE audit SET position = {at} WHERE {At(t.Last)}");
        await Add(t, t.Last);
        return new(at) { Also = [t.Last] };
    }

    /// <summary>Moves the rows behind a position; by way of negative ones, so that they do not meet.</summary>
    private static async Task Move(Tampered t, long behind, int by)
    {
        await t.Try($"UPDATE audit SET position = -position WHERE {Mine} AND position > {behind}");
        await t.Try($"UPDATE audit SET position = -position + {by} WHERE {Mine} AND position < 0");
    }
}
