using System.Data.Common;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>One statement over sets of rows, in the open transaction: of our own, or around a query of EF Core with its parameters.</summary>
internal sealed class SetCommand : IDisposable
{
    private readonly DbCommand _command;

    private SetCommand(DbContext context, DbCommand command, string text)
    {
        _command = command;
        _command.CommandText = text;
        _command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();

        // As long as it takes: a host that wants less cancels.
        _command.CommandTimeout = 0;
    }

    public static SetCommand Of(DbContext context, string text) => new(context, context.Database.GetDbConnection().CreateCommand(), text);

    /// <summary>A statement with the text of a query in it.</summary>
    public static SetCommand Around<T>(DbContext context, IQueryable<T> query, Func<string, string> text)
    {
        var command = query.CreateDbCommand();
        return new(context, command, text(command.CommandText));
    }

    public bool Names(string parameter) => _command.CommandText.Contains(parameter, StringComparison.Ordinal);

    public SetCommand With(string name, object? value)
    {
        var parameter = _command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        _command.Parameters.Add(parameter);
        return this;
    }

    /// <summary>A parameter as the column of a table stores it.</summary>
    public SetCommand With(string name, BulkColumn column, object? stored)
    {
        _command.Parameters.Add(column.Mapping.CreateParameter(_command, name, null, true));
        _command.Parameters[^1].Value = stored ?? DBNull.Value;
        return this;
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using (this)
        {
            return await _command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<object?> ReadAsync(CancellationToken cancellationToken)
    {
        using (this)
        {
            return await _command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<string>> TextsAsync(CancellationToken cancellationToken)
    {
        using (this)
        {
            var texts = new List<string>();
            var reader = await _command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    texts.Add(reader.GetString(0));
                }
            }

            return texts;
        }
    }

    public void Dispose() => _command.Dispose();
}
