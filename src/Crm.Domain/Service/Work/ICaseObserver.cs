using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Follows what the service desk does with cases, in the same unit of work. Scoped services; hosts may add their own.</summary>
public interface ICaseObserver
{
    /// <summary>A case was resolved, closed or merged into another; nothing is saved yet.</summary>
    /// <param name="settled">The case.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task SettledAsync(ServiceCase settled, Instant now, CancellationToken cancellationToken);

    /// <summary>A case was given to an agent at the desk, or put back; nothing is saved yet.</summary>
    /// <param name="assigned">The case.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done. Nothing is done by default.</returns>
    Task AssignedAsync(ServiceCase assigned, Instant now, CancellationToken cancellationToken) => Task.CompletedTask;
}
