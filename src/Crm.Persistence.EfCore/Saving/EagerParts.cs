using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>Loads the parts of an aggregate that is saved, where somebody loaded it without them: what is derived from it needs all.</summary>
internal static class EagerParts
{
    public static async Task LoadAsync(EntityEntry entry, bool isAsync, CancellationToken cancellationToken)
    {
        foreach (var parts in entry.Collections.Where(c => !c.IsLoaded && c.Metadata.IsEagerLoaded))
        {
            if (entry.State == EntityState.Added)
            {
                // Nothing of a new aggregate is in the database alone.
                parts.IsLoaded = true;
            }
            else if (isAsync)
            {
                await parts.LoadAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
#pragma warning disable CA1849, MA0042 // The host saves synchronously.
                parts.Load();
#pragma warning restore CA1849, MA0042
            }
        }
    }
}
