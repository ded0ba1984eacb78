using Microsoft.Data.Sqlite;

namespace Crm.Samples.Console.Knowledge.Evaluation;

/// <summary>A folder that only this user reads and that goes with the command.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crm-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        foreach (var database in _folder.EnumerateFiles("*.db"))
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database.FullName }.ToString());
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
    }
}
