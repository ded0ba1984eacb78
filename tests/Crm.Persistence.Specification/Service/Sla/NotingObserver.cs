using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Notes every case that something was done to.</summary>
internal sealed class NotingObserver : ICaseObserver
{
    public List<ServiceCaseId> Seen { get; } = [];

    public Task ChangedAsync(IReadOnlyList<ServiceCase> changed, Instant now, CancellationToken cancellationToken)
    {
        Seen.AddRange(changed.Select(c => c.Id));
        return Task.CompletedTask;
    }
}

internal static class NotingObserverExtensions
{
    public static IServiceCollection AddObserver(this IServiceCollection services, ICaseObserver observer) => services.AddSingleton(observer);
}
