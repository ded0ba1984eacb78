using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>Whether a customer may be contacted, and why not.</summary>
/// <param name="CustomerId">The living customer; null where only an address was asked about and nobody has it.</param>
/// <param name="Purpose">The purpose; null where none was named.</param>
/// <param name="Channel">The channel.</param>
/// <param name="At">The instant asked about.</param>
/// <param name="Barriers">Everything that stands against it, in the order of <see cref="ContactBarrier"/>; empty when nothing does.</param>
public sealed record ContactDecision(CustomerId? CustomerId, PurposeKey? Purpose, ChannelKey Channel, Instant At, IReadOnlyList<ContactBarrier> Barriers)
{
    /// <summary>Whether the customer may be contacted.</summary>
    public bool MayContact => Barriers.Count == 0;

    /// <summary>The first barrier; null when there is none. Its name is its code.</summary>
    public ContactBarrier? Reason => Barriers.Count == 0 ? null : Barriers[0];

    /// <summary>Where consent stands, with the entry that decides; null where the purpose needs none.</summary>
    public ConsentState? Consent { get; init; }

    /// <summary>The address to use; null where there is no usable one, or the channel needs none.</summary>
    public ContactAddress? Address { get; init; }
}
