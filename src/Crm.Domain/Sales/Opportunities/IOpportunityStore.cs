namespace Crm.Domain.Sales;

/// <summary>Loads opportunities to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IOpportunityStore
{
    /// <summary>Loads an opportunity with its people, stays and log.</summary>
    /// <param name="id">The opportunity.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked opportunity, or null.</returns>
    Task<Opportunity?> FindAsync(OpportunityId id, CancellationToken cancellationToken);

    /// <summary>Adds a new opportunity, to be written by the next save.</summary>
    /// <param name="opportunity">The opportunity.</param>
    void Add(Opportunity opportunity);
}
