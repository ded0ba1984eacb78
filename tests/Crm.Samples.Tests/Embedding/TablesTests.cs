using Crm.Domain.Customers;
using Crm.Persistence.EfCore;
using Crm.Samples.Embedding;
using Crm.Samples.Embedding.Shop;
using Crm.Testing;
using Crm.Testing.PostgreSql;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Crm.Samples.Tests.Embedding;

/// <summary>The two ways to the tables: all at once in an empty database, or beside those of a shop that came first.</summary>
public sealed class TablesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task EnsureCreated_OnSqlite_MakesBoth() => await MakesBothAsync(_folder.File("new.db"));

    [SkippableFact]
    public async Task EnsureCreated_OnPostgreSql_MakesBoth() => await MakesBothAsync(await PostgreSqlAsync());

    [Fact]
    public async Task EnsureCrmCreated_OnSqlite_AddsOursBesideTheirs() => await AddsBesideAsync(_folder.File("old.db"));

    [SkippableFact]
    public async Task EnsureCrmCreated_OnPostgreSql_AddsOursBesideTheirs() => await AddsBesideAsync(await PostgreSqlAsync());

    [Fact]
    public async Task EnsureCrmCreated_OnSqliteByManyAtOnce_IsDoneByOne() => await OneCreatesAsync(_folder.File("many.db"));

    [SkippableFact]
    public async Task EnsureCrmCreated_OnPostgreSqlByManyAtOnce_IsDoneByOne() => await OneCreatesAsync(await PostgreSqlAsync());

    [SkippableFact]
    public async Task EnsureCrmCreated_OnPostgreSqlWithoutDatabase_MakesIt()
    {
        var missing = (await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync()).Replace("Database=crm_", "Database=crm_missing_", StringComparison.Ordinal);
        await OneCreatesAsync(missing);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static async Task<string> PostgreSqlAsync() => await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();

    private static ServiceProvider Shop(string database) => new ServiceCollection().AddLogging().AddShop(database).BuildServiceProvider();

    private static async Task MakesBothAsync(string database)
    {
        await using var shop = Shop(database);
        await using var scope = shop.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDbContext>();
        (await db.Database.EnsureCreatedAsync()).Should().BeTrue();
        (await db.Database.EnsureCrmCreatedAsync()).Should().BeFalse("they are there");
        (await db.Articles.CountAsync() + await db.Vouchers.CountAsync() + await db.Set<Customer>().CountAsync()).Should().Be(0);
    }

    private static async Task AddsBesideAsync(string database)
    {
        await using var shop = Shop(database);
        await using var scope = shop.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDbContext>();
        await using (var old = OldShop.On(db))
        {
            await old.Database.EnsureCreatedAsync();
            old.Add(new Article { Sku = "old", Name = "Old", Price = 1, InStock = 7 });
            await old.SaveChangesAsync();
        }

        (await db.Database.EnsureCreatedAsync()).Should().BeFalse("the shop's tables keep EF from making any");
        (await db.Database.EnsureCrmCreatedAsync()).Should().BeTrue();
        (await db.Database.EnsureCrmCreatedAsync()).Should().BeFalse();

        (await db.Articles.SingleAsync()).InStock.Should().Be(7);
        (await db.Set<Customer>().CountAsync(c => EF.Property<string?>(c, "LoyaltyCard") != null)).Should().Be(0, "a shadow column belongs to our table and is made with it");
        var vouchers = () => db.Vouchers.CountAsync();
        await vouchers.Should().ThrowAsync<System.Data.Common.DbException>("a side table is the host's, and so is its creation");
    }

    private static async Task OneCreatesAsync(string database)
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var shop = Shop(database);
            await using var scope = shop.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ShopDbContext>().Database.EnsureCrmCreatedAsync();
        })));
        created.Count(made => made).Should().Be(1);
    }
}
