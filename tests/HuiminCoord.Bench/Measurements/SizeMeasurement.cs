using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Bench.Measurements;

/// <summary>What a campaign weighs in which nobody ever answers, fourteen months after its notice.</summary>
internal sealed class SizeMeasurement : IMeasurement
{
    public string Name => "size";

    public string About => "a silent campaign at month 14";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        long empty;
        await using (var created = await place.OpenReady(cancellation))
        {
            empty = await Bytes(created);
        }

        var file = PlanFile.Shipped();
        var plan = file.Require();
        var request = new RehearsalRequest(
            plan, file.Json, null, ChinaTime.StartOf(plan.Document.IssuedOn), ChinaTime.StartOf(plan.Document.IssuedOn.AddMonths(14)), []);
        await new Rehearsal(request, place.Open).Run(_ => { }, cancellation);
        await using var database = place.Open();
        double duties = await database.Count("obligation");
        double units = await database.Count("unit");
        double bytes = await Bytes(database) - empty;
        say($"{duties:N0} duties, {bytes:N0} bytes");
        return
        [
            Measured.Of(places.Provider, "unit document at month 14, average", "B", [await Document(database, "avg")]),
            Measured.Of(places.Provider, "unit document at month 14, largest", "B", [await Document(database, "max")]),
            Measured.Of(places.Provider, "database per tracked duty at month 14", "B", [bytes / duties]),
            Measured.Of(places.Provider, "database per unit at month 14", "KB", [bytes / units / 1024]),
        ];
    }

    private static async Task<double> Document(CoordinationDatabase database, string what) =>
        await database.Number($"SELECT round({what}(length(payload))) FROM grain_state WHERE grain_type = @type", ("type", Rooms.Unit));

    private static async Task<long> Bytes(CoordinationDatabase database)
    {
        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            return await database.Number("SELECT pg_database_size(current_database())");
        }

        await database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return await database.Number("PRAGMA page_count") * await database.Number("PRAGMA page_size");
    }
}
