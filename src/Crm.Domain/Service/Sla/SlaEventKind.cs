namespace Crm.Domain.Service;

/// <summary>Kinds of <see cref="SlaEvent"/>.</summary>
public enum SlaEventKind
{
    /// <summary>The case was opened.</summary>
    Opened,

    /// <summary>The customer wrote or called.</summary>
    CustomerMessage,

    /// <summary>Staff answered the customer.</summary>
    Reply,

    /// <summary>The status changed.</summary>
    StatusChanged,

    /// <summary>Other terms hold.</summary>
    TermsChanged,
}
