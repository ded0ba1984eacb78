using Crm.Domain.Privacy;

namespace Crm.Domain.Marketing;

/// <summary>Reads the reasons of other areas.</summary>
internal static class SkipReasons
{
    /// <summary>The reason that a barrier is.</summary>
    public static SkipReason Of(ContactBarrier barrier) => barrier switch
    {
        ContactBarrier.UnknownPurpose => SkipReason.UnknownPurpose,
        ContactBarrier.UnknownChannel => SkipReason.UnknownChannel,
        ContactBarrier.Restricted => SkipReason.Restricted,
        ContactBarrier.Erased => SkipReason.Erased,
        ContactBarrier.Withdrawn or ContactBarrier.AddressOptedOut => SkipReason.OptedOut,
        ContactBarrier.NoConsent => SkipReason.NoConsent,
        ContactBarrier.Pending => SkipReason.NotConfirmed,
        ContactBarrier.Expired => SkipReason.ConsentExpired,
        ContactBarrier.AddressSuppressed => SkipReason.AddressSuppressed,
        ContactBarrier.AddressInvalid => SkipReason.AddressInvalid,
        _ => SkipReason.NoAddress,
    };

    /// <summary>The reason that a barrier is whose name alone is known; <see cref="SkipReason.ContentFailed"/> for what is no barrier.</summary>
    public static SkipReason Of(string? barrier) => barrier switch
    {
        nameof(Primitives.CrmErrorDescriber.MessageCeilingReached) => SkipReason.CeilingReached,
        nameof(Primitives.CrmErrorDescriber.CustomerNotFound) => SkipReason.CustomerMissing,
        _ => Enum.TryParse<ContactBarrier>(barrier, out var known) ? Of(known) : SkipReason.ContentFailed,
    };

    /// <summary>The first reason of several barriers, in the order of reasons: consent before addresses.</summary>
    public static SkipReason? Of(IEnumerable<ContactBarrier> barriers) => barriers.Select(b => (SkipReason?)Of(b)).Min();
}
