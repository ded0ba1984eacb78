using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Crm.Persistence.EfCore.Querying;

/// <summary>Clears the scope of a context that goes back to its pool: the next user must not act as the last one.</summary>
internal sealed class CrmScopeReset(ICurrentDbContext current) : IResettableService
{
    public void ResetState()
    {
        if (current.Context is ICrmDbContext context)
        {
            context.CrmScope = null;
        }
    }

    public Task ResetStateAsync(CancellationToken cancellationToken = default)
    {
        ResetState();
        return Task.CompletedTask;
    }
}
