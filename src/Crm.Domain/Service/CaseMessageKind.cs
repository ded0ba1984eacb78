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

    /// <summary>Written by a program: an absence note, a report of a mail system. Counts as nobody's answer; for staff.</summary>
    Automatic,

    /// <summary>Written by somebody who is not on the case as far as anyone can tell; for staff until they know who it is.</summary>
    FromThirdParty,
}
