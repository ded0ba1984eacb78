using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

public abstract partial class Customer
{
    private readonly List<CustomerAddress> _addresses = [];
    private readonly List<CustomerReference> _references = [];

    /// <summary>Postal addresses, at most one of each kind.</summary>
    public IReadOnlyList<CustomerAddress> Addresses => _addresses;

    /// <summary>Identities in other systems.</summary>
    public IReadOnlyList<CustomerReference> References => _references;

    /// <summary>Sets the postal address of a kind.</summary>
    /// <param name="kind">What the address is for.</param>
    /// <param name="address">The address.</param>
    /// <param name="now">The current instant.</param>
    public void SetAddress(AddressKind kind, PostalAddress address, Instant now)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (_addresses.Find(a => a.Kind == Guard.Defined(kind)) is { } existing)
        {
            existing.Address = address;
        }
        else
        {
            _addresses.Add(new CustomerAddress(CustomerAddressId.New(now), kind, address));
        }

        Raise(new CustomerAddressChanged(Id, kind, now));
    }

    /// <summary>Whether an identity in another system can be added.</summary>
    /// <param name="reference">The identity.</param>
    /// <returns>The ruling; refused with <c>ReferenceAlreadyPresent</c> when the customer has it.</returns>
    public CrmRuling CanAddReference(ExternalReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return _references.Exists(r => r.ToReference() == reference)
            ? CrmRuling.Refused(e => e.ReferenceAlreadyPresent($"{reference.System}:{reference.Value}"))
            : CrmRuling.Permitted;
    }

    /// <summary>Adds an identity in another system. That no other customer has it is judged by the database at the save.</summary>
    /// <param name="reference">The identity.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has it already.</exception>
    public void AddReference(ExternalReference reference, Instant now)
    {
        CanAddReference(reference).Demand();
        _references.Add(new CustomerReference(reference));
        Raise(new CustomerReferenceAdded(Id, reference.System, reference.Value, now));
    }
}
