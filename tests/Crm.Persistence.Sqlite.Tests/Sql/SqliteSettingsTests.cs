using System.Data;
using System.Globalization;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Sqlite.Tests.Sql;

/// <summary>Settings are read back from the connections that work with the CRM.</summary>
public sealed class SqliteSettingsTests(SqliteFixture fixture) : CrmSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>
{
    private const int Extra = 3;

    [SkippableTheory]
    [CombinedRegistrations]
    public async Task EveryConnection_IsSettled(ContextRegistration registration, bool afterCrm, bool synchronously)
    {
        var host = await HostAsync(setup => (setup.Registration, setup.RegisterContextAfterCrm) = (registration, afterCrm));
        for (var i = 0; i < 3; i++)
        {
            // Raw work of the host on the same pooled connection changes them.
            SqliteCheck.Scalar(host.ConnectionString, "SELECT 1");
            using (var raw = new SqliteConnection(host.ConnectionString))
            {
                raw.Open();
                new SqliteCommand("PRAGMA synchronous=OFF; PRAGMA busy_timeout=0; PRAGMA wal_autocheckpoint=7; PRAGMA journal_size_limit=-1", raw).ExecuteNonQuery();
            }

            await using var work = host.Work();
            if (synchronously)
            {
                work.Context.Database.OpenConnection();
            }
            else
            {
                await work.Context.Database.OpenConnectionAsync();
            }

            Settings(work.Context).Should().Be((Extra, 5000, 0, 0, "wal"));
        }
    }

    [SkippableFact]
    public async Task ShorterDefaultTimeout_IsKept()
    {
        var host = await OpenAsync<SpecificationContext>(await Database.CreateDatabaseAsync() + ";Default Timeout=2");
        await using var work = host.Work();
        await work.Context.Database.OpenConnectionAsync();

        Settings(work.Context).Busy.Should().Be(2000);
    }

    [SkippableFact]
    public async Task ReadOnlyDatabase_CanBeRead()
    {
        var host = await HostAsync();
        await using (var work = host.Work())
        {
            await work.RegisterAsync();
        }

        var reader = await OpenAsync<SpecificationContext>(host.ConnectionString + ";Mode=ReadOnly");
        await using var reading = reader.Work();
        (await reading.Context.Set<Crm.Domain.Customers.Customer>().CountAsync()).Should().Be(1);
    }

    [SkippableTheory]
    [InlineData("Data Source=settings-shared;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=file:settings-uri?mode=memory&cache=shared")]
    public async Task DatabaseInMemory_Works(string connectionString)
    {
        await using var keeper = new SqliteConnection(connectionString);
        await keeper.OpenAsync();
        var host = await OpenAsync<SpecificationContext>(connectionString);
        await host.CreateTablesAsync();
        await using var work = host.Work();

        await work.RegisterAsync();

        (await work.Context.Set<Crm.Domain.Customers.Customer>().CountAsync()).Should().Be(1);
    }

    [SkippableFact]
    public async Task FileNamesOfEveryKind_AreCheckpointed()
    {
        var path = new SqliteConnectionStringBuilder(await Database.CreateDatabaseAsync()).DataSource;
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        foreach (var (source, log) in new[] { ($"file:{path}-uri?cache=private", path + "-uri-wal"), (relative + "-relative", path + "-relative-wal") })
        {
            var host = await OpenAsync<SpecificationContext>($"Data Source={source};Cache=Shared");
            await host.CreateTablesAsync();
            await using var work = host.Work();
            var largest = 0L;
            for (var (i, written) = (0, 0L); written < 5 * 1024 * 1024; i++)
            {
                var before = new FileInfo(log).Length;
                await work.AddProductAsync($"sku-{i}", 1);
                written += Math.Max(0, new FileInfo(log).Length - before);
                largest = Math.Max(largest, new FileInfo(log).Length);
            }

            largest.Should().BeInRange(4 * 1024 * 1024, 5 * 1024 * 1024);
            SqliteConnection.ClearAllPools();
        }
    }

    [SkippableFact]
    public async Task FileThatIsNoDatabase_IsRefusedEveryTime()
    {
        var connectionString = await Database.CreateDatabaseAsync();
        await File.WriteAllTextAsync(new SqliteConnectionStringBuilder(connectionString).DataSource, new string('x', 5000));
        var host = await OpenAsync<SpecificationContext>(connectionString);
        await using var work = host.Work();
        for (var i = 0; i < 2; i++)
        {
            await work.Context.Awaiting(c => c.Set<Crm.Domain.Customers.Customer>().CountAsync()).Should().ThrowAsync<SqliteException>().Where(e => e.SqliteErrorCode == 26);
            work.Context.Database.GetDbConnection().State.Should().Be(ConnectionState.Closed);
        }
    }

    [Theory]
    [InlineData("3.44.5", true)]
    [InlineData("3.44.6", false)]
    [InlineData("3.45.0", true)]
    [InlineData("3.50.4", true)]
    [InlineData("3.50.7", false)]
    [InlineData("3.51.2", true)]
    [InlineData("3.51.3", false)]
    [InlineData("3.53.0", false)]
    [InlineData("4.0.0", false)]
    [InlineData("unknown", true)]
    public void WalResetRace_IsKnownByVersion(string engine, bool isAffected)
    {
        var type = typeof(CrmDbContext).Assembly.GetType("Crm.Persistence.EfCore.Sql.SqliteEngine", throwOnError: true)!;
        type.GetMethod("HasWalResetRace", [typeof(string)])!.Invoke(null, [engine]).Should().Be(isAffected);
    }

    private static (long Synchronous, long Busy, long AutoCheckpoint, long SizeLimit, string Journal) Settings(DbContext context)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        object Read(string name)
        {
            command.CommandText = $"PRAGMA {name}";
            return command.ExecuteScalar()!;
        }

        return ((long)Read("synchronous"), (long)Read("busy_timeout"), (long)Read("wal_autocheckpoint"), (long)Read("journal_size_limit"),
            Convert.ToString(Read("journal_mode"), CultureInfo.InvariantCulture)!);
    }

    private sealed class CombinedRegistrationsAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from registration in Enum.GetValues<ContextRegistration>()
            from afterCrm in new[] { false, true }
            from synchronously in new[] { false, true }
            select new object[] { registration, afterCrm, synchronously };
    }
}
