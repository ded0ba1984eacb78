using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>Names the database and the tenant that a context reads, so that indexes of different ones are kept apart.</summary>
internal static class KnowledgeSources
{
    private const int MostNames = 1_000;

    private static readonly string[] s_secrets = ["Password", "Pwd", "PSW", "PWD", "Passfile", "SSL Password"];
    private static readonly ConcurrentDictionary<string, string> s_names = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<DbConnection, string> s_private = [];
    private static long s_lastPrivate;

    public static string Of(DbContext context)
    {
        var connection = context.Database.GetDbConnection();
        return $"{NameOf(connection)}\n{SqlName.OfTable(context, typeof(KnowledgeSearchDocument))}\n{((ICrmDbContext)context).CrmTenantId}";
    }

    private static string NameOf(DbConnection connection)
    {
        if (!s_names.TryGetValue(connection.ConnectionString, out var name))
        {
            name = NameOf(DbProviderFactories.GetFactory(connection), connection.ConnectionString);
            if (s_names.Count < MostNames)
            {
                s_names.TryAdd(connection.ConnectionString, name);
            }
        }

        // A database in memory belongs to its connection.
        return name.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            ? s_private.GetValue(connection, _ => Interlocked.Increment(ref s_lastPrivate).ToString(CultureInfo.InvariantCulture))
            : name;
    }

    // Once a connection was opened, providers leave the password out, and name and order what is left in their own way.
    private static string NameOf(DbProviderFactory? provider, string connectionString)
    {
        var parts = provider?.CreateConnectionStringBuilder() ?? new DbConnectionStringBuilder();
        parts.ConnectionString = connectionString;
        var plain = new DbConnectionStringBuilder { ConnectionString = parts.ConnectionString };
        foreach (var secret in s_secrets)
        {
            plain.Remove(secret);
        }

        return string.Join(';', plain.Keys.Cast<string>().Order(StringComparer.OrdinalIgnoreCase).Select(k => $"{k}={plain[k]}"));
    }
}
