using Crm.Testing;
using Microsoft.Data.Sqlite;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/sqlite.md says about its examples.</summary>
public sealed class SqliteGuideTests
{
    [Fact]
    public void Backup_HoldsWhatIsStillInTheLog()
    {
        using var folder = new TemporaryFolder();
        var file = $"Data Source={folder.File("shop.db")};Pooling=False";
        using var connection = SqliteGuide.Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=wal; CREATE TABLE t(v); INSERT INTO t VALUES (42)";
        command.ExecuteNonQuery();
        new FileInfo(folder.File("shop.db-wal")).Length.Should().BePositive();

        SqliteGuide.Backup(file, folder.File("copy.db"));

        File.Exists(folder.File("copy.db-wal")).Should().BeFalse();
        using var copy = new SqliteConnection($"Data Source={folder.File("copy.db")};Pooling=False");
        copy.Open();
        using var read = copy.CreateCommand();
        read.CommandText = "SELECT v FROM t";
        read.ExecuteScalar().Should().Be(42L);
    }
}
