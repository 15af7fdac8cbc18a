using System.Text.Json.Nodes;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Auditing;
using static HuiminCoord.Server.Tests.Auditing.Tampered;

namespace HuiminCoord.Server.Tests.Auditing;

/// <summary>Ways to make seals, heads and checkpoints fit other rows.</summary>
internal static class SealTamperings
{
    private const string Mine = $"campaign = '{Campaign}'";

    /// <summary>By name; each says what must be found.</summary>
    internal static IReadOnlyDictionary<string, Func<Tampered, Task<Finding>>> All { get; } = new Dictionary<string, Func<Tampered, Task<Finding>>>
    {
        ["a row is changed and its hash written anew"] = Rehash,
        ["a row is changed and the chain written anew"] = t => Rechain(t, forget: false),
        ["a row is changed, the chain written anew, the database's checkpoints removed"] = t => Rechain(t, forget: true),
        ["a hash is changed"] = t => Seal(t, $"row_hash = {Zero(t)}"),
        ["a link is changed"] = t => Seal(t, $"chain = {Zero(t)}"),
        ["a hash is cut short"] = t => Seal(t, "row_hash = chain, chain = row_hash"),
        ["two seals change places"] = ChangePlaces,
        ["a seal is removed"] = t => Unseal(t, t.Some(), 0),
        ["seals are removed"] = t => Unseal(t, t.Some(1, t.Last - 20), 20),
        ["the last seals are removed and the note of it put back"] = UnsealEnd,
        ["everything that seals is removed"] = UnsealAll,
        ["a seal is added"] = AddSeal,
        ["the head is put back"] = async t => await Do(t, $"UPDATE audit_head SET position = position - 1 WHERE {Mine}", new(t.Last, await t.GrainAt(t.Last))),
        ["the head is put forward"] = t => Do(t, $"UPDATE audit_head SET position = position + 3 WHERE {Mine}", new(t.Last + 1)),
        ["the head is removed"] = t => Do(t, $"DELETE FROM audit_head WHERE {Mine}", new(1)),
        ["the seals' head is put back"] = t => Do(t, $"UPDATE audit_seal_head SET position = position - 1 WHERE {Mine}", new(t.Last)),
        ["the seals' head has another link"] = t => Do(t, $"UPDATE audit_seal_head SET chain = {Zero(t)} WHERE {Mine}", new(t.Last)),
        ["the seals' head is removed"] = t => Do(t, $"DELETE FROM audit_seal_head WHERE {Mine}", new(t.Last)),
        ["an actor's counter is put back"] = t => Counter(t, -1),
        ["an actor's counter is put forward"] = t => Counter(t, 1),
        ["a checkpoint's link is changed"] = t => Kept(t, $"chain = {Zero(t)}"),
        ["a checkpoint's position is changed"] = t => Kept(t, "position = position + 1"),
        ["a checkpoint's instant is changed"] = t => Kept(t, "at = at + 1"),
        ["a checkpoint's key is changed"] = t => Kept(t, "key = 'ff'"),
        ["a checkpoint's signature is changed"] = t => Kept(t, $"signature = {Zero(t)}"),
        ["a checkpoint is renumbered"] = t => Kept(t, "number = number + 1000"),
        ["a checkpoint is removed"] = t => Forget(t, "are not in the database"),
        ["a checkpoint is removed and the others renumbered"] = ForgetAndClose,
        ["the last checkpoint is removed and the note of it put back"] = ForgetLast,
        ["a published link is changed"] = t => Published(t, line => line["chain"] = new string('0', 64)),
        ["a published position is changed"] = t => Published(t, line => line["position"] = (long)line["position"]! + 1),
        ["a published instant is changed"] = t => Published(t, line => line["at"] = (long)line["at"]! + 1),
        ["a published number is changed"] = t => Published(t, line => line["number"] = (long)line["number"]! + 1),
        ["a published campaign is changed"] = t => Published(t, line => line["campaign"] = "huimin-2021"),
        ["a published key is changed"] = t => Published(t, line => line["key"] = new string('a', 64)),
        ["a published signature is changed"] = t => Published(t, line => line["signature"] = "AAAA" + ((string)line["signature"]!)[4..]),
        ["a published line is overwritten"] = Overwrite,
        ["a published line is signed by another key"] = SignAnew,
    };

    private static string Zero(Tampered t) => t.OnSqlite ? "zeroblob(32)" : "decode(repeat('00', 32), 'hex')";

    private static async Task<Finding> Do(Tampered t, string text, Finding found)
    {
        await t.Do(text);
        return found;
    }

    private static async Task<Finding> Rehash(Tampered t)
    {
        var at = t.Some();
        await t.Do($"UPDATE audit SET body = '{{}}' WHERE {At(at)}");
        await t.Do($"UPDATE audit_seal SET row_hash = @hash WHERE {At(at)}", ("hash", await t.HashAt(at)));
        return new(at, await t.GrainAt(at));
    }

    private static async Task<Finding> Rechain(Tampered t, bool forget)
    {
        var at = t.Some();
        await t.Do($"UPDATE audit SET body = '{{}}' WHERE {At(at)}");
        await t.Reseal(at);
        if (forget)
        {
            await t.ForgetCheckpoints(at);
        }

        return new(at);
    }

    private static async Task<Finding> Seal(Tampered t, string set)
    {
        var at = t.Some();
        await t.Do($"UPDATE audit_seal SET {set} WHERE {At(at)}");
        return new(at, await t.GrainAt(at));
    }

    private static async Task<Finding> ChangePlaces(Tampered t)
    {
        var one = t.Some(1, t.Last - 1);
        var other = t.Some(one + 1);
        await t.Do($"UPDATE audit_seal SET position = -1 WHERE {At(one)}");
        await t.Do($"UPDATE audit_seal SET position = {one} WHERE {At(other)}");
        await t.Do($"UPDATE audit_seal SET position = {other} WHERE {At(-1)}");
        return new(one) { Also = [other] };
    }

    private static async Task<Finding> Unseal(Tampered t, long at, int more)
    {
        await t.Do($"DELETE FROM audit_seal WHERE {Mine} AND position BETWEEN {at} AND {at + more}");
        return new(at) { Also = [at + more] };
    }

    private static async Task<Finding> UnsealEnd(Tampered t)
    {
        var at = t.Some(2);
        await t.Do($"UPDATE audit_seal_head SET position = {at - 1}, chain = @chain WHERE {Mine}", ("chain", await t.Value($"SELECT chain FROM audit_seal WHERE {At(at - 1)}")));
        return await Unseal(t, at, (int)(t.Last - at));
    }

    private static async Task<Finding> UnsealAll(Tampered t)
    {
        foreach (var table in (string[])["audit_seal", "audit_seal_head", "audit_checkpoint"])
        {
            await t.Do($"DELETE FROM {table} WHERE {Mine}");
        }

        return new(1);
    }

    private static async Task<Finding> AddSeal(Tampered t)
    {
        await t.Do($"INSERT INTO audit_seal (campaign, position, row_hash, chain) SELECT campaign, position + 1, row_hash, chain FROM audit_seal WHERE {At(t.Last)}");
        return new(t.Last + 1);
    }

    private static async Task<Finding> Counter(Tampered t, int by)
    {
        var grain = await t.GrainAt(t.Some());
        await t.Do($"UPDATE relay_cursor SET seq = seq + {by} WHERE grain_type || '/' || grain_key = '{grain}'");
        return by > 0 ? new(t.Last + 1, grain) : new(await t.Number($"SELECT max(position) FROM audit WHERE grain_type || '/' || grain_key = '{grain}'"), grain);
    }

    private static async Task<long> Number(Tampered t, int less = 0) => t.Some(2, await t.Number($"SELECT max(number) FROM audit_checkpoint WHERE {Mine}") - less);

    private static async Task<Finding> Kept(Tampered t, string set)
    {
        var number = await Number(t);
        await t.Do($"UPDATE audit_checkpoint SET {set} WHERE {Mine} AND number = {number}");
        return new(null, Says: set.StartsWith("number", StringComparison.Ordinal) ? $"checkpoint {number + 1000} of the database" : $"checkpoint {number} of the database");
    }

    private static async Task<Finding> Forget(Tampered t, string says)
    {
        var number = await Number(t, less: 1);
        await t.Do($"DELETE FROM audit_checkpoint WHERE {Mine} AND number = {number}");
        return new(null, Says: $"checkpoints {number} to {number} {says}");
    }

    private static async Task<Finding> ForgetAndClose(Tampered t)
    {
        var number = await Number(t, less: 1);
        await t.Do($"DELETE FROM audit_checkpoint WHERE {Mine} AND number = {number}");
        await t.Do($"UPDATE audit_checkpoint SET number = -number WHERE {Mine} AND number > {number}");
        await t.Do($"UPDATE audit_checkpoint SET number = -number - 1 WHERE {Mine} AND number < 0");
        await t.Do($"UPDATE audit_seal_head SET checkpoint = checkpoint - 1 WHERE {Mine}");
        return new(null, Says: $"checkpoint {number} of the database was altered");
    }

    private static async Task<Finding> ForgetLast(Tampered t)
    {
        var number = await t.Number($"SELECT max(number) FROM audit_checkpoint WHERE {Mine}");
        await t.ForgetCheckpoints(await t.Number($"SELECT max(position) FROM audit_checkpoint WHERE {Mine}"));
        return new(null, Says: $"checkpoint {number} was published");
    }

    private static Task<Finding> Published(Tampered t, Action<JsonObject> change)
    {
        var (at, line) = Line(t);
        change(line);
        t.Lines[at] = line.ToJsonString();
        return Task.FromResult(new Finding(null, Says: $"line {at + 1} "));
    }

    private static Task<Finding> Overwrite(Tampered t)
    {
        var (at, _) = Line(t);
        t.Lines[at] = string.Concat(t.Lines[at].Reverse());
        return Task.FromResult(new Finding(null, Says: $"line {at + 1}: no checkpoint"));
    }

    private static Task<Finding> SignAnew(Tampered t)
    {
        var (at, line) = Line(t);
        var folder = Directory.CreateTempSubdirectory("huimin-forger-").FullName;
        using var keys = AuditKeys.OpenOrCreate(Path.Combine(folder, "audit-key.pem"));
        t.Lines[at] = CheckpointLine.Of(keys.Sign(Campaign, (long)line["number"]!, (long)line["position"]!, SealChain.First(Campaign), DateTimeOffset.UnixEpoch));
        Directory.Delete(folder, recursive: true);
        return Task.FromResult(new Finding(null, Says: $"line {at + 1} is signed by a key that is not known"));
    }

    /// <summary>A published checkpoint of the campaign.</summary>
    private static (int At, JsonObject Line) Line(Tampered t)
    {
        while (true)
        {
            var at = t.Dice.Next(t.Lines.Count);
            var line = JsonNode.Parse(t.Lines[at])!.AsObject();
            if ((string)line["campaign"]! == Campaign)
            {
                return (at, line);
            }
        }
    }
}
