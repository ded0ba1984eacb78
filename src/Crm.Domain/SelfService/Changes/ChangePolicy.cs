namespace Crm.Domain.SelfService;

/// <summary>What becomes of a change that a customer asks for.</summary>
public enum ChangePolicy
{
    /// <summary>It is made at once.</summary>
    Apply,

    /// <summary>It is made when a code is entered that goes to the address by which the customer was reached before; where there is none, staff approves.</summary>
    Verify,

    /// <summary>It is made when staff approves.</summary>
    Approve,

    /// <summary>It cannot be asked for.</summary>
    ReadOnly,
}
