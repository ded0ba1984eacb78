using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>The name of a lock that a text stands for.</summary>
    public static long NameOf(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Waits until nobody else holds any of the locks, taking them in the given order.</summary>
    public static async Task HoldAllAsync(DbContext context, long[] names, CancellationToken cancellationToken)
    {
        if (CrmDatabases.Of(context) == CrmDatabase.PostgreSql)
        {
            await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(n) from unnest({names}) with ordinality as l(n, i) order by i", cancellationToken).ConfigureAwait(false);
        }
    }
}
