using Crm.Persistence.Specification.Crash;

namespace Crm.Persistence.Sqlite.Tests.Crash;

public sealed class CrashTests(SqliteFixture fixture) : CrashSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>
{
    protected override Task CheckDatabaseAsync(string connectionString)
    {
        SqliteCheck.IsIntact(connectionString);
        return Task.CompletedTask;
    }
}
