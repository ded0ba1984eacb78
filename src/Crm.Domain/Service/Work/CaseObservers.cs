using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Tells all observers of what was done to cases.</summary>
internal static class CaseObservers
{
    public static async Task SettledAsync(this IEnumerable<ICaseObserver>? observers, ServiceCase settled, Instant now, CancellationToken cancellationToken)
    {
        foreach (var observer in observers ?? [])
        {
            await observer.SettledAsync(settled, now, cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task AssignedAsync(this IEnumerable<ICaseObserver>? observers, ServiceCase assigned, Instant now, CancellationToken cancellationToken)
    {
        foreach (var observer in observers ?? [])
        {
            await observer.AssignedAsync(assigned, now, cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task ChangedAsync(this IEnumerable<ICaseObserver>? observers, IReadOnlyList<ServiceCase> changed, Instant now, CancellationToken cancellationToken)
    {
        foreach (var observer in changed.Count == 0 ? [] : observers ?? [])
        {
            await observer.ChangedAsync(changed, now, cancellationToken).ConfigureAwait(false);
        }
    }
}
