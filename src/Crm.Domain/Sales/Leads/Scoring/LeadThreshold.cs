using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A threshold that a lead reached. Part of <see cref="Lead"/>.</summary>
public sealed class LeadThreshold
{
    private LeadThreshold() => Key = null!;

    internal LeadThreshold(string key, Instant at) => (Key, ReachedAt) = (key, at);

    /// <summary>Key of the threshold.</summary>
    public string Key { get; private set; }

    /// <summary>When it was reached.</summary>
    public Instant ReachedAt { get; private set; }
}
