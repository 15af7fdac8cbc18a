using HuiminCoord.Grains.Storage;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>The tables of ASP.NET Core Identity in the one database, as the numbered scripts made them.</summary>
/// <remarks>Its writes pass the writer gate, as everybody's do.</remarks>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options, CoordinationDatabase database) : IdentityUserContext<Account>(options), IDataProtectionKeyContext
{
    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        // Only the framework's key ring saves like this, once in months.
        using var turn = database.Gate.Enter().AsTask().GetAwaiter().GetResult();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = await database.Gate.Enter(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>How a context reaches the database.</summary>
    internal static DbContextOptions<AccountsDb> Options(CoordinationDatabase database)
    {
        var options = new DbContextOptionsBuilder<AccountsDb>();
        return (database.Provider == DatabaseProvider.Sqlite
            ? options.UseSqlite(database.Source.OpenConnection(), contextOwnsConnection: true)
            : options.UseNpgsql(database.Source)).Options;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().ToTable("account");
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_token");
        builder.Entity<DataProtectionKey>().ToTable("protection_key");
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(CoordinationDb.ColumnOf(property.Name));
        }
    }
}
