namespace Crm.Domain.Service;

/// <summary>What a message of a case is.</summary>
public enum CaseMessageKind
{
    /// <summary>Written by the customer.</summary>
    FromCustomer,

    /// <summary>Written by staff for the customer.</summary>
    PublicReply,

    /// <summary>Written by staff for staff; never reaches the customer.</summary>
    InternalNote,
}
