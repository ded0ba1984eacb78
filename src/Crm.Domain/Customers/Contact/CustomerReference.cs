using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>The customer's identity in another system; unique across customers. Part of <see cref="Customer"/>.</summary>
public sealed class CustomerReference
{
    private CustomerReference() => System = Value = null!;

    internal CustomerReference(ExternalReference reference)
    {
        System = reference.System;
        Value = reference.Value;
    }

    /// <summary>The other system.</summary>
    public string System { get; private set; }

    /// <summary>The identity there.</summary>
    public string Value { get; private set; }

    /// <summary>Both as one value.</summary>
    /// <returns>The reference.</returns>
    public ExternalReference ToReference() => new(System, Value);
}
