using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

public abstract partial class Customer
{
    private readonly List<CustomerAddress> _addresses = [];
    private readonly List<CustomerReference> _references = [];

    /// <summary>Postal addresses: the primary of each kind and others.</summary>
    public IReadOnlyList<CustomerAddress> Addresses => _addresses;

    /// <summary>Identities in other systems.</summary>
    public IReadOnlyList<CustomerReference> References => _references;

    /// <summary>The preferred postal address of a kind.</summary>
    /// <param name="kind">What the address is for.</param>
    /// <returns>The address; null when the customer has none of this kind.</returns>
    public CustomerAddress? PrimaryAddress(AddressKind kind) => _addresses.Find(a => a.Kind == kind && a.IsPrimary);

    /// <summary>Sets the primary postal address of a kind: replaces it, or adds the first one.</summary>
    /// <param name="kind">What the address is for.</param>
    /// <param name="address">The address.</param>
    /// <param name="now">The current instant.</param>
    public void SetAddress(AddressKind kind, PostalAddress address, Instant now)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (PrimaryAddress(Guard.Defined(kind)) is { } existing)
        {
            existing.Address = address;
        }
        else
        {
            _addresses.Add(new CustomerAddress(CustomerAddressId.New(now), kind, address, label: null) { IsPrimary = true });
        }

        Raise(new CustomerAddressChanged(Id, kind, now));
    }

    /// <summary>Whether a further postal address can be added.</summary>
    /// <param name="kind">What the address is for.</param>
    /// <param name="address">The address.</param>
    /// <returns>The ruling; refused with <c>AddressAlreadyPresent</c>.</returns>
    public CrmRuling CanAddAddress(AddressKind kind, PostalAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _addresses.Exists(a => a.Kind == kind && a.Address == address) ? CrmRuling.Refused(e => e.AddressAlreadyPresent(address.ToString())) : CrmRuling.Permitted;
    }

    /// <summary>Adds a further postal address; the first of its kind becomes primary.</summary>
    /// <param name="kind">What the address is for.</param>
    /// <param name="address">The address.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="label">The customer's own name for it, one line of at most 100 characters; null for none.</param>
    /// <exception cref="CrmRuleException">The customer has it already.</exception>
    /// <exception cref="ArgumentException">The label is too long or has control characters.</exception>
    public void AddAddress(AddressKind kind, PostalAddress address, Instant now, string? label = null)
    {
        CanAddAddress(Guard.Defined(kind), address).Demand();
        _addresses.Add(new CustomerAddress(CustomerAddressId.New(now), kind, address, Guard.OptionalLine(label, ContactPoint.MaxLabelLength)));
        SettlePrimaryAddress(kind);
        Raise(new CustomerAddressChanged(Id, kind, now));
    }

    /// <summary>Whether a postal address of this customer is known under an id.</summary>
    /// <param name="id">The address.</param>
    /// <returns>The ruling; refused with <c>AddressNotFound</c>.</returns>
    public CrmRuling CanChangeAddress(CustomerAddressId id) => _addresses.Exists(a => a.Id == id) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.AddressNotFound(id.ToString()));

    /// <summary>Prefers a postal address among those of its kind.</summary>
    /// <param name="id">The address.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such address.</exception>
    public void MakeAddressPrimary(CustomerAddressId id, Instant now)
    {
        CanChangeAddress(id).Demand();
        var chosen = _addresses.Find(a => a.Id == id)!;
        foreach (var address in _addresses.Where(a => a.Kind == chosen.Kind))
        {
            address.IsPrimary = address.Id == id;
        }

        Raise(new CustomerAddressChanged(Id, chosen.Kind, now));
    }

    /// <summary>Removes a postal address; the oldest other one of its kind becomes primary if this was.</summary>
    /// <param name="id">The address.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such address.</exception>
    public void RemoveAddress(CustomerAddressId id, Instant now)
    {
        CanChangeAddress(id).Demand();
        var removed = _addresses.Find(a => a.Id == id)!;
        _addresses.Remove(removed);
        SettlePrimaryAddress(removed.Kind);
        Raise(new CustomerAddressRemoved(Id, id, removed.Kind, now));
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

    /// <summary>Whether an identity in another system can be removed.</summary>
    /// <param name="reference">The identity.</param>
    /// <returns>The ruling; refused with <c>ReferenceNotFound</c>.</returns>
    public CrmRuling CanRemoveReference(ExternalReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return _references.Exists(r => r.ToReference() == reference)
            ? CrmRuling.Permitted
            : CrmRuling.Refused(e => e.ReferenceNotFound($"{reference.System}:{reference.Value}"));
    }

    /// <summary>Removes an identity in another system.</summary>
    /// <param name="reference">The identity.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer does not have it.</exception>
    public void RemoveReference(ExternalReference reference, Instant now)
    {
        CanRemoveReference(reference).Demand();
        _references.RemoveAll(r => r.ToReference() == reference);
        Raise(new CustomerReferenceRemoved(Id, reference.System, reference.Value, now));
    }

    private void SettlePrimaryAddress(AddressKind kind)
    {
        if (PrimaryAddress(kind) is null && _addresses.Where(a => a.Kind == kind).MinBy(a => a.Id) is { } heir)
        {
            heir.IsPrimary = true;
        }
    }
}
