namespace Crm.Domain.Sales;

/// <summary>Loads territories, and what is to be put into them. Finds nothing of another tenant. Never saves.</summary>
public interface ITerritoryStore
{
    /// <summary>Loads a territory.</summary>
    /// <param name="id">The territory.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked territory, or null.</returns>
    Task<Territory?> FindAsync(TerritoryId id, CancellationToken cancellationToken);

    /// <summary>Loads a territory by its name.</summary>
    /// <param name="name">The name, as it is written.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked territory, or null.</returns>
    Task<Territory?> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Loads the territory that takes what no other does.</summary>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked territory, or null.</returns>
    Task<Territory?> FindFallbackAsync(CancellationToken cancellationToken);

    /// <summary>Lists all territories in the order in which they are asked: by position and name. Those that are not saved yet are among them.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The territories, to read.</returns>
    Task<IReadOnlyList<Territory>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Leads that are neither disqualified nor converted, by id.</summary>
    /// <param name="after">Continue after this lead.</param>
    /// <param name="take">How many.</param>
    /// <param name="areTracked">Whether they are to be changed.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The leads; to be read, without their points.</returns>
    Task<IReadOnlyList<Lead>> LeadsAsync(LeadId? after, int take, bool areTracked, CancellationToken cancellationToken);

    /// <summary>Open opportunities, by id.</summary>
    /// <param name="after">Continue after this opportunity.</param>
    /// <param name="take">How many.</param>
    /// <param name="areTracked">Whether they are to be changed.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The opportunities; to be read, with their people and competitors alone.</returns>
    Task<IReadOnlyList<Opportunity>> OpportunitiesAsync(OpportunityId? after, int take, bool areTracked, CancellationToken cancellationToken);

    /// <summary>Lets records go that were loaded to be changed and are saved, so that what comes next does not carry them along.</summary>
    /// <param name="ids">Ids of leads or opportunities.</param>
    void LetGo(IReadOnlyCollection<Guid> ids);

    /// <summary>Adds a new territory, to be written by the next save.</summary>
    /// <param name="territory">The territory.</param>
    void Add(Territory territory);
}
