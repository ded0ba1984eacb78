namespace Crm.Domain.Interactions;

/// <summary>What holds for every contact over one channel.</summary>
/// <param name="Key">The channel.</param>
/// <param name="Name">English name for people.</param>
public sealed record ChannelDefinition(ChannelKey Key, string Name)
{
    /// <summary>Whether both sides speak at the same time, so that a duration makes sense.</summary>
    /// <value>False by default.</value>
    public bool IsSynchronous { get; init; }

    /// <summary>Whether the contact takes place by telephone number.</summary>
    /// <value>False by default.</value>
    public bool UsesPhoneNumbers { get; init; }
}
