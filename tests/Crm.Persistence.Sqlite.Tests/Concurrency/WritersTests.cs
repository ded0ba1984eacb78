using Crm.Persistence.Specification.Concurrency;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Data.Sqlite;

namespace Crm.Persistence.Sqlite.Tests.Concurrency;

public sealed class WritersTests(SqliteFixture fixture) : WritersSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>
{
    protected override bool IsSerial => true;

    [SkippableTheory]
    [InlineData("delete")]
    [InlineData("truncate")]
    public async Task PlainSaves_OfADatabaseWithARollbackJournal_AreAllThere(string journal)
    {
        var host = await HostAsync();
        SqliteConnection.ClearPool(new SqliteConnection(host.ConnectionString));
        SqliteCheck.Scalar(host.ConnectionString, $"PRAGMA journal_mode={journal}").Should().Be(journal);

        await WriteStoriesAsync(host);

        // Only the delete mode is told apart from the others by the file itself.
        SqliteCheck.Scalar(host.ConnectionString, "PRAGMA journal_mode").Should().NotBe("wal");
        SqliteCheck.IsIntact(host.ConnectionString);
    }
}
