using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>A connection that breaks off after so many commands.</summary>
internal sealed class FailingCommands : DbCommandInterceptor
{
    /// <summary>How many commands still work; null for all.</summary>
    public int? After { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return ValueTask.FromResult(result);
    }

    private void Count()
    {
        if (After-- == 0)
        {
            throw new TimeoutException("The connection is gone.");
        }
    }
}
