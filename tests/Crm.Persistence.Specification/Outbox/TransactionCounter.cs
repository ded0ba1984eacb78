using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>Counts commits, and can lose the connection right after one, as a process does that dies then.</summary>
public sealed class TransactionCounter : DbTransactionInterceptor
{
    public int Committed { get; set; }

    /// <summary>Throws after so many further commits; the changes are in the database then.</summary>
    public int? DieAfter { get; set; }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Committed++;
        if (DieAfter is { } left)
        {
            DieAfter = left > 1 ? left - 1 : null;
            if (left == 1)
            {
                throw new IOException("The connection was lost after the commit.");
            }
        }

        return Task.CompletedTask;
    }
}
