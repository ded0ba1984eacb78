using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>Where a message came from. Two notations of one address are equal.</summary>
public sealed record SenderAddress
{
    private SenderAddress(SenderAddressKind kind, string key, string value, string? system = null) => (Kind, Key, Value, System) = (kind, key, value, system);

    /// <summary>What kind of address it is.</summary>
    public SenderAddressKind Kind { get; }

    /// <summary>The comparison key.</summary>
    public string Key { get; }

    /// <summary>The address as written.</summary>
    public string Value { get; }

    /// <summary>The service in which a handle is a name; null for other addresses.</summary>
    public string? System { get; }

    /// <summary>An e-mail address.</summary>
    /// <param name="email">The address.</param>
    /// <returns>The address of the sender.</returns>
    public static SenderAddress Of(EmailAddress email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return new(SenderAddressKind.Email, ContactPoint.KeyOf(email), email.Value);
    }

    /// <summary>A number.</summary>
    /// <param name="phone">The number.</param>
    /// <returns>The address of the sender.</returns>
    public static SenderAddress Of(PhoneNumber phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return new(SenderAddressKind.Number, ContactPoint.KeyOf(phone), phone.ToString());
    }

    /// <summary>A name within a service.</summary>
    /// <param name="handle">Service and name.</param>
    /// <returns>The address of the sender.</returns>
    public static SenderAddress Of(ExternalReference handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new(SenderAddressKind.Handle, handle.Value, handle.Value, handle.System);
    }

    /// <summary>By kind, key and service.</summary>
    /// <param name="other">The other address.</param>
    /// <returns>Whether both reach the same place.</returns>
    public bool Equals(SenderAddress? other) => other is not null && Kind == other.Kind
        && string.Equals(Key, other.Key, StringComparison.Ordinal) && string.Equals(System, other.System, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Key, System);
}
