namespace Crm.Domain.Marketing;

/// <summary>
/// Why a customer gets no message. Asked in this order; the first that holds is the reason: exclusions, consent, addresses that do not
/// work, an address that another customer has too, and how often the customer was written to.
/// </summary>
public enum SkipReason
{
    /// <summary>The sender left the customer out, by name or by a segment.</summary>
    Excluded,

    /// <summary>The sender planned a message to this customer already.</summary>
    AlreadyPlanned,

    /// <summary>There is no such customer.</summary>
    CustomerMissing,

    /// <summary>No purpose was named, or one that is not registered.</summary>
    UnknownPurpose,

    /// <summary>The channel is not registered.</summary>
    UnknownChannel,

    /// <summary>The processing of the customer's data is restricted.</summary>
    Restricted,

    /// <summary>The customer's data were erased.</summary>
    Erased,

    /// <summary>The customer took consent back, or wants no advertising at the address.</summary>
    OptedOut,

    /// <summary>The customer never agreed.</summary>
    NoConsent,

    /// <summary>The customer has not confirmed yet.</summary>
    NotConfirmed,

    /// <summary>The consent ran out.</summary>
    ConsentExpired,

    /// <summary>The address is never used.</summary>
    AddressSuppressed,

    /// <summary>The address is known not to reach the customer.</summary>
    AddressInvalid,

    /// <summary>No address is known for the channel.</summary>
    NoAddress,

    /// <summary>Another customer gets the same message at the same address.</summary>
    DuplicateAddress,

    /// <summary>Within the longest delay there is no day on which the customer may be written to once more.</summary>
    FrequencyCap,

    /// <summary>Too many messages went to the address lately; see <c>CrmOptions.Outbound</c>.</summary>
    CeilingReached,

    /// <summary>The message could not be written.</summary>
    ContentFailed,

    /// <summary>The sender stopped before the message was sent.</summary>
    Cancelled,
}
