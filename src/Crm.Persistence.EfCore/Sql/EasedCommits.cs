using System.Data.Common;
using System.Globalization;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>
/// Commits on a SQLite connection that do not wait for the disk, as long as this stands. Only for what nobody relies on until a later commit stands:
/// a write-ahead log keeps its order, so that commit takes the ones before it to the disk.
/// </summary>
internal sealed class EasedCommits(DbConnection connection, long level) : IAsyncDisposable
{
    // SQLite's names for these are NORMAL and FULL.
    private const long Normal = 1;

    /// <summary>Eases commits where that is safe and changes something: a write-ahead log, no transaction, and commits that would wait.</summary>
    /// <param name="context">A context whose connection is open.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>What ends it; null where commits are left as they are.</returns>
    public static async Task<EasedCommits?> OnAsync(DbContext context, CancellationToken cancellationToken)
    {
        if (CrmDatabases.Of(context) != CrmDatabase.Sqlite || context.Database.CurrentTransaction is not null)
        {
            return null;
        }

        var connection = context.Database.GetDbConnection();
        if (await AskAsync(connection, "pragma journal_mode", cancellationToken).ConfigureAwait(false) is not "wal"
            || await AskAsync(connection, "pragma synchronous", cancellationToken).ConfigureAwait(false) is not long level || level <= Normal)
        {
            return null;
        }

        await SetAsync(connection, Normal, cancellationToken).ConfigureAwait(false);
        return new EasedCommits(connection, level);
    }

    /// <summary>Commits wait as before.</summary>
    public async ValueTask DisposeAsync() => await SetAsync(connection, level, CancellationToken.None).ConfigureAwait(false);

    private static async Task<object?> AskAsync(DbConnection connection, string question, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task SetAsync(DbConnection connection, long level, CancellationToken cancellationToken) =>
        AskAsync(connection, string.Create(CultureInfo.InvariantCulture, $"pragma synchronous = {level}"), cancellationToken);
}
