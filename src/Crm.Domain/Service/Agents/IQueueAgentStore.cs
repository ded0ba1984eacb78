namespace Crm.Domain.Service;

/// <summary>Loads profiles of agents to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IQueueAgentStore
{
    /// <summary>Loads a profile.</summary>
    /// <param name="userId">The agent's id in the host's user directory.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked profile, or null.</returns>
    Task<QueueAgent?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Adds a profile, to be written by the next save.</summary>
    /// <param name="agent">The profile.</param>
    void Add(QueueAgent agent);

    /// <summary>Adds a period that is over, to be written by the next save.</summary>
    /// <param name="period">The period.</param>
    void Add(AgentPeriod period);

    /// <summary>Reads the profiles of some agents without tracking, with the units of work they have.</summary>
    /// <param name="userIds">The agents; null for all of the tenant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The agents, by id in the host's directory, ordinally.</returns>
    Task<IReadOnlyList<AgentLoad>> LoadsAsync(IReadOnlyCollection<string>? userIds, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps other routers from giving work to an agent until the transaction ends, and reads the agent as it then is.
    /// </summary>
    /// <param name="userId">The agent.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The agent, or null where there is no profile.</returns>
    Task<AgentLoad?> HoldAsync(string userId, CancellationToken cancellationToken);
}
