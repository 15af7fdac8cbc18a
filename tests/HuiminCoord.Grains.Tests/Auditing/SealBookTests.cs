using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Tests.Auditing;

/// <summary>Seals as they are shown to whoever reads the audit.</summary>
public sealed class SealBookTests(PostgreSqlServer server) : AuditTest(server)
{
    [Theory, EachDatabase]
    public async Task A_row_has_its_own_seal_once_it_is_sealed(DatabaseProvider provider)
    {
        var database = await NewDatabase(provider);
        await Append(database, 2);
        await Append(database, 1, AuditLog.Server);
        Assert.Null(await Seal(database, Campaign, 2));

        await Seal(database);

        var expected = (await Seals(database))[1];
        var seal = await Seal(database, Campaign, 2);
        Assert.Equal((expected.Hash, expected.Chain), (Convert.ToHexStringLower(seal!.RowHash), Convert.ToHexStringLower(seal.Chain)));
        Assert.NotEqual(expected.Hash, Convert.ToHexStringLower((await Seal(database, AuditLog.Server, 1))!.RowHash));
        Assert.Null(await Seal(database, Campaign, 3));
        Assert.Null(await Seal(database, "nowhere-2020", 1));
    }

    private static async Task<Seal?> Seal(CoordinationDatabase database, string campaign, long position)
    {
        await using var db = database.OpenToRead();
        return await SealBook.Of(db, campaign, position, Cancellation);
    }
}
