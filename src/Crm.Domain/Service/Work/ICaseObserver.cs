using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Follows what the service desk does with cases, in the same unit of work. Scoped services; hosts may add their own.</summary>
public interface ICaseObserver
{
    /// <summary>A case was resolved, closed or merged into another; nothing is saved yet. Does nothing by default.</summary>
    /// <param name="settled">The case.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task SettledAsync(ServiceCase settled, Instant now, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A case was given to an agent at the desk, or put back; nothing is saved yet.</summary>
    /// <param name="assigned">The case.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done. Nothing is done by default.</returns>
    Task AssignedAsync(ServiceCase assigned, Instant now, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Something was done to cases, whatever it was, and whoever did it; nothing is saved yet. Called after every act on every path, after
    /// <see cref="SettledAsync"/>; what an act did stands in the pending events. Does nothing by default.
    /// </summary>
    /// <param name="changed">The cases, each once. Their messages may not be loaded.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task ChangedAsync(IReadOnlyList<ServiceCase> changed, Instant now, CancellationToken cancellationToken) => Task.CompletedTask;
}
