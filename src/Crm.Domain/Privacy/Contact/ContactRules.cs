using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>Decides from facts whether a customer may be contacted: a pure function.</summary>
internal static class ContactRules
{
    /// <summary>The contact points that a channel uses; none for one that needs none, or that is not registered.</summary>
    public static IReadOnlyList<ContactPointKind> KindsOf(ChannelDefinition? channel) => channel?.Address switch
    {
        ChannelAddress.Email => [ContactPointKind.Email],
        ChannelAddress.Phone => [ContactPointKind.Phone, ContactPointKind.Mobile],
        ChannelAddress.Mobile => [ContactPointKind.Mobile],
        ChannelAddress.Fax => [ContactPointKind.Fax],
        _ => [],
    };

    /// <summary>Decides for a customer; <paramref name="onlyKey"/> narrows its addresses to one.</summary>
    public static ContactDecision Decide(ContactQuestion question, ContactFacts? facts, IReadOnlyList<ConsentRecord> ledger, string? onlyKey = null)
    {
        var barriers = new SortedSet<ContactBarrier>();
        if (question.Purpose is null)
        {
            barriers.Add(ContactBarrier.UnknownPurpose);
        }

        if (question.Known is null)
        {
            barriers.Add(ContactBarrier.UnknownChannel);
        }

        if (facts is not null && facts.Measures.Any(m => m.Kind == PrivacyMeasureKind.Restriction && m.IsInForce(question.At)))
        {
            barriers.Add(ContactBarrier.Restricted);
        }

        if (facts?.ErasedAt <= question.At)
        {
            barriers.Add(ContactBarrier.Erased);
        }

        var needsGrant = question.Purpose is not { NeedsGrant: false };
        var consent = question.Purpose is { NeedsGrant: true } purpose ? ConsentLedger.StateAt(ledger, purpose.Key, question.ConsentChannel, question.At) : null;
        if (consent is not null && BarrierOf(consent.Standing) is { } missing)
        {
            barriers.Add(missing);
        }

        var address = facts is null ? null : Choose(question, facts, onlyKey, needsGrant, barriers);
        return new ContactDecision(facts?.CustomerId, question.Named, question.Channel, question.At, [.. barriers]) { Consent = consent, Address = barriers.Count == 0 ? address : null };
    }

    private static ContactBarrier? BarrierOf(ConsentStanding standing) => standing switch
    {
        ConsentStanding.Granted => null,
        ConsentStanding.Withdrawn => ContactBarrier.Withdrawn,
        ConsentStanding.Pending => ContactBarrier.Pending,
        ConsentStanding.Expired => ContactBarrier.Expired,
        _ => ContactBarrier.NoConsent,
    };

    private static ContactAddress? Choose(ContactQuestion question, ContactFacts facts, string? onlyKey, bool isAdvertising, SortedSet<ContactBarrier> barriers)
    {
        if (question.Known?.Address == ChannelAddress.Postal && !facts.HasPostalAddress)
        {
            barriers.Add(ContactBarrier.NoAddress);
        }

        if (KindsOf(question.Known) is not { Count: > 0 } kinds)
        {
            return null;
        }

        // Kinds in the channel's order, the primary of each first.
        var known = kinds.SelectMany(k => facts.Addresses.Where(a => a.Kind == k && (onlyKey is null || a.Key == onlyKey)).OrderByDescending(a => a.IsPrimary)).ToList();
        var against = known.ConvertAll(a => (Address: a, Barriers: Against(question, a, isAdvertising).ToList()));
        if (against.Find(a => a.Barriers.Count == 0).Address is { } usable)
        {
            return usable;
        }

        barriers.UnionWith(against.Count == 0 ? [ContactBarrier.NoAddress] : against[0].Barriers);
        return null;
    }

    private static IEnumerable<ContactBarrier> Against(ContactQuestion question, ContactAddress address, bool isAdvertising)
    {
        if (address.SuppressedSince <= question.At)
        {
            yield return ContactBarrier.AddressSuppressed;
        }

        if (isAdvertising && address.OptedOutSince <= question.At)
        {
            yield return ContactBarrier.AddressOptedOut;
        }

        if (address.InvalidSince <= question.At)
        {
            yield return ContactBarrier.AddressInvalid;
        }
    }
}
