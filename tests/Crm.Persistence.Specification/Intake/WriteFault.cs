using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Persistence.Specification.Intake;

/// <summary>Lets the commit of a transaction fail.</summary>
internal sealed class WriteFault : DbTransactionInterceptor
{
    public bool IsOn { get; set; }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        IsOn ? throw new InvalidDataException("The disk is full.") : new(result);
}
