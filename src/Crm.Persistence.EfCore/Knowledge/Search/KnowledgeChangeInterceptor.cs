using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>Numbers the changes of a save just before its own transaction commits, so that writers wait for each other no longer than that.</summary>
internal sealed class KnowledgeChangeInterceptor : DbTransactionInterceptor
{
    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        if (eventData.Context is { } context)
        {
            // Nothing is awaited in the synchronous case.
            KnowledgeChanges.CommitSaveAsync(context, transaction, isAsync: false, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }

        return result;
    }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            await KnowledgeChanges.CommitSaveAsync(context, transaction, isAsync: true, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }
}
