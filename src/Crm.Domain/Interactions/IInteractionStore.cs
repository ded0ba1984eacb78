namespace Crm.Domain.Interactions;

/// <summary>Loads interactions to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IInteractionStore
{
    /// <summary>Loads an interaction.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked interaction, or null.</returns>
    Task<Interaction?> FindAsync(InteractionId id, CancellationToken cancellationToken);

    /// <summary>Loads the interaction that a message of another system became.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="externalId">The message's id there.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked interaction, or null.</returns>
    Task<Interaction?> FindByExternalIdAsync(ChannelKey channel, string externalId, CancellationToken cancellationToken);

    /// <summary>Adds a new interaction, to be written by the next save.</summary>
    /// <param name="interaction">The interaction.</param>
    void Add(Interaction interaction);
}
