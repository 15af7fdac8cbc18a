using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Tests.Storage;

/// <summary>Where a database is, as operators may read it.</summary>
public sealed class DatabasePlaceTests
{
    [Fact]
    public async Task PostgreSQL_is_called_by_host_and_database_alone()
    {
        await using var database = CoordinationDatabase.OnPostgreSql("Host=db.example.org;Port=5433;Database=huimin;Username=canary-user;Password=canary-word");
        Assert.Equal("db.example.org/huimin", database.Place);
    }

    [Fact]
    public async Task SQLite_is_called_by_its_file()
    {
        var folder = Directory.CreateTempSubdirectory("huimin-place-").FullName;
        await using (var database = CoordinationDatabase.InDirectory(folder))
        {
            Assert.Equal(CoordinationDatabase.FileIn(folder), database.Place);
        }

        Directory.Delete(folder, recursive: true);
    }
}
