using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Crm.Persistence.EfCore;

/// <summary>Creates the CRM's tables where the host does not do it by migrations.</summary>
public static class CrmDatabaseFacadeExtensions
{
    /// <summary>The script that creates the CRM's tables, indexes and sequences alone, in the provider's SQL.</summary>
    /// <param name="database">The database of a context whose model holds the CRM.</param>
    /// <returns>The script; it fails where the tables exist.</returns>
    public static string GenerateCrmScript(this DatabaseFacade database) => string.Concat(CreateScript.Statements(database));

    /// <summary>
    /// Creates the CRM's tables unless they exist. It never changes existing tables: upgrades are the host's migrations or the
    /// scripts of <c>docs/schema</c>.
    /// </summary>
    /// <param name="database">The database of a context whose model holds the CRM; created when it is missing.</param>
    /// <param name="cancellationToken">Cancels the creation.</param>
    /// <returns>Whether tables were created.</returns>
    public static Task<bool> EnsureCrmCreatedAsync(this DatabaseFacade database, CancellationToken cancellationToken = default) =>
        CreateScript.RunIfMissingAsync(database, cancellationToken);

    /// <summary>
    /// Leaves nothing of deleted and overwritten values in the files of a SQLite database: rebuilds it (VACUUM with secure_delete), then
    /// copies and cuts its write-ahead log. It reads and writes the whole database; writers wait. On other databases it does nothing:
    /// vacuum, the retention of their logs, and copies are the host's.
    /// </summary>
    /// <param name="database">The database of a context whose model holds the CRM, in no transaction.</param>
    /// <param name="cancellationToken">Cancels the rebuilding.</param>
    /// <returns>Whether it was purged; false while a reader keeps the log, and on other databases.</returns>
    /// <exception cref="InvalidOperationException">A transaction is open.</exception>
    public static Task<bool> PurgeCrmAsync(this DatabaseFacade database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite" ? SqlitePurge.RunAsync(database, cancellationToken) : Task.FromResult(false);
    }
}
