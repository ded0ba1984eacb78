namespace Crm.Persistence.EfCore.Saving;

/// <summary>What the saving side needs of the host's options.</summary>
internal sealed record CrmPersistenceSettings(bool WritesOutbox);
