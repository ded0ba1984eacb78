using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>Locks that span tables and last until the transaction ends, for rules that no constraint can keep.</summary>
internal static class DatabaseLocks
{
    /// <summary>Who changes organisation trees.</summary>
    public const long OrganisationTrees = 0x43524D_54524545;

    /// <summary>Waits until nobody else holds the lock. A transaction of SQLite is the only writer from its beginning, and needs none.</summary>
    public static async Task HoldAsync(DbContext context, long name, CancellationToken cancellationToken)
    {
        if (CrmDatabases.Of(context) == CrmDatabase.PostgreSql)
        {
            await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({name})", cancellationToken).ConfigureAwait(false);
        }
    }
}
