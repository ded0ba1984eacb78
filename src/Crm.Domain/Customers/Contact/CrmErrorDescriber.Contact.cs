namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The contact point is known not to reach the customer, and a valid one exists.</summary>
    /// <param name="value">The contact point.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ContactPointInvalid(string value) =>
        Error(nameof(ContactPointInvalid), "{0} is known to be invalid. A valid one is preferred.", "contactPoint", value);

    /// <summary>The contact point is not noted as invalid.</summary>
    /// <param name="key">The contact point.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ContactPointNotInvalid(string key) => Error(nameof(ContactPointNotInvalid), "Contact point {0} is not noted as invalid.", "contactPoint", key);

    /// <summary>The customer opted out of this contact point before.</summary>
    /// <param name="key">The contact point.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ContactPointAlreadyOptedOut(string key) =>
        Error(nameof(ContactPointAlreadyOptedOut), "The customer opted out of contact point {0} before.", "contactPoint", key);

    /// <summary>The customer did not opt out of this contact point.</summary>
    /// <param name="key">The contact point.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ContactPointNotOptedOut(string key) => Error(nameof(ContactPointNotOptedOut), "The customer did not opt out of contact point {0}.", "contactPoint", key);

    /// <summary>The customer has this postal address already.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AddressAlreadyPresent(string address) => Error(nameof(AddressAlreadyPresent), "The customer has this address already: {0}", "address", address);

    /// <summary>The customer has no such postal address.</summary>
    /// <param name="key">The address.</param>
    /// <returns>The error.</returns>
    public virtual CrmError AddressNotFound(string key) => Error(nameof(AddressNotFound), "The customer has no postal address {0}.", "address", key);
}
