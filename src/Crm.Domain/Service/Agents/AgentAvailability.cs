namespace Crm.Domain.Service;

/// <summary>Whether an agent takes work.</summary>
public enum AgentAvailability
{
    /// <summary>Takes work.</summary>
    Active,

    /// <summary>There, but not at hand: in a meeting, at lunch.</summary>
    Away,

    /// <summary>Not there.</summary>
    Offline,
}
