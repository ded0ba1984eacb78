namespace Crm.Domain.Privacy;

/// <summary>Why a customer is not contacted. Asked in this order; the first that holds is the reason.</summary>
public enum ContactBarrier
{
    /// <summary>No purpose was named, or one that is not registered.</summary>
    UnknownPurpose,

    /// <summary>The channel is not registered.</summary>
    UnknownChannel,

    /// <summary>The processing of the customer's data is restricted.</summary>
    Restricted,

    /// <summary>The customer's data were erased.</summary>
    Erased,

    /// <summary>The address belonged to an erased person, or is never used for another reason.</summary>
    AddressSuppressed,

    /// <summary>Consent was taken back.</summary>
    Withdrawn,

    /// <summary>Nobody ever agreed.</summary>
    NoConsent,

    /// <summary>The person has not confirmed yet.</summary>
    Pending,

    /// <summary>The grant or the request ran out.</summary>
    Expired,

    /// <summary>The person wants no advertising at this very address.</summary>
    AddressOptedOut,

    /// <summary>The address is known not to reach the person.</summary>
    AddressInvalid,

    /// <summary>No address is known for this channel.</summary>
    NoAddress,
}
