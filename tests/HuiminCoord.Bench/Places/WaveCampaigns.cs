using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Bench.Places;

/// <summary>Many campaigns at the same instant: one is issued and played for some days, then its units and their registers are copied by SQL.</summary>
internal static class WaveCampaigns
{
    private const string Key = "c.campaign || substr(s.grain_key, strpos(s.grain_key, '/'))";
    private static readonly DateOnly PlayedUntil = new(2020, 9, 20);

    /// <returns>Campaign time at which all of them stand.</returns>
    public static async Task<DateTimeOffset> Store(CoordinationDatabase database, int campaigns, CancellationToken cancellation)
    {
        var seed = PlanFile.Shipped();
        var now = await Play(database, seed, cancellation);
        await Name(database, campaigns);
        var name = seed.Require().Campaign.Value;
        await database.Execute("INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at) "
            + $"SELECT s.grain_type, {On(database, Key)}, 1, {Payload(database)}, 0 FROM grain_state AS s CROSS JOIN wave_campaign AS c WHERE s.grain_type = '{Rooms.Unit}'");
        await database.Execute("INSERT INTO relay_cursor (grain_type, grain_key, campaign, seq) "
            + $"SELECT s.grain_type, {On(database, Key)}, c.campaign, s.seq FROM relay_cursor AS s CROSS JOIN wave_campaign AS c WHERE s.grain_type = '{Rooms.Unit}'");
        await database.Execute("INSERT INTO plan_document (campaign, version, json, stored_at) "
            + $"SELECT c.campaign, s.version, replace(s.json, '\"{name}\"', '\"' || c.campaign || '\"'), s.stored_at FROM plan_document AS s CROSS JOIN wave_campaign AS c");
        // A campaign that was issued: its one text is the plan.
        await database.Execute("INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at) "
            + $"SELECT s.grain_type, c.campaign, 1, {Payload(database)}, 0 FROM grain_state AS s CROSS JOIN wave_campaign AS c WHERE s.grain_type = '{Rooms.Campaign}'");
        await CopyRegisters(database, name, typeof(UnitRow), typeof(ObligationRow), typeof(SeatRow));
        await database.Execute($"DELETE FROM grain_state WHERE grain_key = '{name}' OR grain_key LIKE '{name}/%'");
        await database.Analyze();
        return now;
    }

    private static async Task<DateTimeOffset> Play(CoordinationDatabase database, PlanFile file, CancellationToken cancellation)
    {
        var plan = file.Require();
        await using var silo = await BenchSilo.Start(database, CampaignClock.Virtual(ChinaTime.StartOf(plan.Document.IssuedOn)), cancellation);
        var driver = silo.Get<RehearsalDriver>();
        await driver.Begin(plan, file.Json, null, cancellation: cancellation);
        while (await driver.NextInstant(cancellation) is { } next && next < ChinaTime.StartOf(PlayedUntil))
        {
            await driver.StepTo(next);
        }

        return driver.Now;
    }

    private static async Task Name(CoordinationDatabase database, int campaigns)
    {
        await database.Execute("CREATE TABLE wave_campaign (campaign text NOT NULL PRIMARY KEY, shard integer NOT NULL)");
        var rows = Enumerable.Range(1, campaigns).Select(i => $"wave-{i}").Select(name => $"('{name}', {Shards.Of(name)})");
        await database.Execute($"INSERT INTO wave_campaign (campaign, shard) VALUES {string.Join(", ", rows)}");
    }

    /// <summary>What the last write decided stays behind: it has been told; the plan's text is another. The version number stays the first member.</summary>
    private static string Payload(CoordinationDatabase database) => database.Provider == DatabaseProvider.Sqlite
        ? "CAST(json_set(json_remove(CAST(s.payload AS TEXT), '$.events', '$.command', '$.state.texts'), '$.shard', c.shard) AS BLOB)"
        : "convert_to(((convert_from(s.payload, 'UTF8')::jsonb - 'events' - 'command' #- '{state,texts}') || jsonb_build_object('shard', c.shard))::text, 'UTF8')";

    private static string On(CoordinationDatabase database, string text) =>
        database.Provider == DatabaseProvider.Sqlite ? text.Replace("strpos", "instr", StringComparison.Ordinal) : text;

    private static async Task CopyRegisters(CoordinationDatabase database, string seed, params Type[] registers)
    {
        await using var db = database.OpenToRead();
        foreach (var register in registers.Select(r => db.Model.FindEntityType(r)!))
        {
            var columns = register.GetProperties().Select(p => p.GetColumnName()).Where(c => c != "campaign").ToList();
            await database.Execute($"INSERT INTO {register.GetTableName()} (campaign, {string.Join(", ", columns)}) "
                + $"SELECT c.campaign, {string.Join(", ", columns.Select(c => $"s.{c}"))} FROM {register.GetTableName()} AS s CROSS JOIN wave_campaign AS c WHERE s.campaign = '{seed}'");
        }
    }
}
