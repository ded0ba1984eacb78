using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Something of the host's own that a level of escalation can ask for. Scoped services, found by their key.</summary>
public interface IEscalationAction
{
    /// <summary>The key by which levels name it; compared without regard to case.</summary>
    string Key { get; }

    /// <summary>
    /// Does it. What it changes in the unit of work is saved afterwards, together with the memory that it was done. When it throws, it is
    /// tried again with growing waits, and parked in the end; what it did outside may then have been done before.
    /// </summary>
    /// <param name="due">The level and the action.</param>
    /// <param name="delivery">The delivery; its event id is the same at every try.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>When it is done.</returns>
    Task RunAsync(EscalationDue due, CrmDelivery delivery, CancellationToken cancellationToken);
}
