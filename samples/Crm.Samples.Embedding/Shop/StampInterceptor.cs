using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;

namespace Crm.Samples.Embedding.Shop;

// docs: interceptor
/// <summary>The shop's own interceptor. The CRM adds its interceptor beside it and replaces nothing.</summary>
public sealed class StampInterceptor(IClock clock) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant().ToDateTimeUtc();
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<IStamped>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                entry.Entity.ChangedAt = now;
            }
        }

        return ValueTask.FromResult(result);
    }
}
// docs: end
