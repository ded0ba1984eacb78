using System.Data.Common;
using System.Globalization;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>
/// Commits on a SQLite connection that do not wait for the disk. Only for what nobody relies on until a later commit stands: a write-ahead
/// log keeps its order, so that commit takes the ones before it to the disk.
/// </summary>
internal static class EasedCommits
{
    // What SQLite calls NORMAL; FULL and EXTRA are above it.
    private const long Normal = 1;

    /// <summary>Does some work; commits are eased where that is safe and changes something: a write-ahead log, no transaction, and commits that would wait.</summary>
    /// <param name="context">A context whose connection is open.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>What the work returns.</returns>
    public static async Task<T> DoAsync<T>(DbContext context, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        if (CrmDatabases.Of(context) != CrmDatabase.Sqlite || context.Database.CurrentTransaction is not null
            || await AskAsync(connection, "pragma journal_mode", cancellationToken).ConfigureAwait(false) is not "wal"
            || await AskAsync(connection, "pragma synchronous", cancellationToken).ConfigureAwait(false) is not long level || level <= Normal)
        {
            return await work().ConfigureAwait(false);
        }

        await SetAsync(connection, Normal, cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            await SetAsync(connection, level, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<object?> AskAsync(DbConnection connection, string question, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task SetAsync(DbConnection connection, long level, CancellationToken cancellationToken) =>
        AskAsync(connection, string.Create(CultureInfo.InvariantCulture, $"pragma synchronous = {level}"), cancellationToken);
}
