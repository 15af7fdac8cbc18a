using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Commands;

namespace HuiminCoord.Bench.Places;

/// <summary>The document of a unit that has said nothing for fourteen months, as its actor would have stored it: the longest there is.</summary>
internal static class SilentUnit
{
    private static readonly Lazy<UnitState> State = new(Live);

    /// <summary>Stores the document under other keys, spread over all shards, in one statement per shard.</summary>
    /// <param name="name">Campaigns are named after it.</param>
    public static async Task Store(CoordinationDatabase database, string name, int count, DateTimeOffset? wakeAt)
    {
        foreach (var (shard, share) in Shares(count))
        {
            var stored = await database.Execute(
                """
                INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at)
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
                SELECT @type, @campaign || '/u' || i, 1, @payload, 0 FROM n
                """,
                ("count", share), ("type", Rooms.Unit), ("campaign", Campaign(name, shard)), ("payload", Document(shard, wakeAt)));
            Expect.That(stored == share, $"{stored} documents were stored instead of {share}.");
        }
    }

    /// <summary>Keys of what <see cref="Store"/> stored.</summary>
    public static IEnumerable<string> Keys(string name, int count) =>
        Shares(count).SelectMany(s => Enumerable.Range(1, s.Share).Select(i => $"{Campaign(name, s.Shard)}/u{i}"));

    private static IEnumerable<(int Shard, int Share)> Shares(int count) =>
        Enumerable.Range(0, Shards.Count).Select(s => (s, (count / Shards.Count) + (s < count % Shards.Count ? 1 : 0)));

    private static byte[] Document(int shard, DateTimeOffset? wakeAt) => new StoredJson().Serialize(new Kept<UnitState, UnitEvent>
    {
        Shard = shard,
        Sequence = 100,
        WakeAt = wakeAt?.ToUnixTimeMilliseconds(),
        State = State.Value,
    }).ToArray();

    private static string Campaign(string name, int shard) =>
        Enumerable.Range(0, 10_000).Select(i => $"{name}-{i}").First(campaign => Shards.Of(campaign) == shard);

    private static UnitState Live()
    {
        var plan = PlanFile.Shipped().Require();
        var terms = new UnitTerms(plan, plan.Unit(new UnitId("jiaoyu"))!, PlanFile.CalendarsFor(plan));
        var now = ChinaTime.StartOf(plan.Document.IssuedOn);
        var until = ChinaTime.StartOf(plan.Document.IssuedOn.AddMonths(14));
        var state = After(new UnitState(), UnitRules.Decide(new UnitState(), new UnitCommand.Begin(1, now, "局负责同志"), terms, now));
        while (UnitWake.Next(state, terms, now) is { } next && next < until)
        {
            (state, now) = (After(state, UnitRules.DecideWake(state, terms, next)), next);
        }

        return state;
    }

    private static UnitState After(UnitState state, Decision<UnitEvent> decision) =>
        ((Decision<UnitEvent>.Kept)decision).Events.Aggregate(state, UnitEvolution.Evolve);
}
