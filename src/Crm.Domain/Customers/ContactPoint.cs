using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>One address at which a customer is reached. Part of <see cref="Customer"/>; changed by its acts.</summary>
public sealed class ContactPoint
{
    private ContactPoint()
    {
        Value = Key = null!;
    }

    internal ContactPoint(ContactPointId id, ContactPointKind kind, string value, string key, bool isPrimary)
    {
        Id = id;
        Kind = kind;
        Value = value;
        Key = key;
        IsPrimary = isPrimary;
    }

    /// <summary>The id.</summary>
    public ContactPointId Id { get; private set; }

    /// <summary>How it reaches the customer.</summary>
    public ContactPointKind Kind { get; private set; }

    /// <summary>The address as written: an e-mail address, or a number in E.164.</summary>
    public string Value { get; private set; }

    /// <summary>The comparison key: equal for two notations of one address.</summary>
    public string Key { get; private set; }

    /// <summary>Whether it is preferred among those of its kind; exactly one of each kind is.</summary>
    public bool IsPrimary { get; internal set; }

    internal static string KeyOf(EmailAddress email) => email.Normalized;

    internal static string KeyOf(PhoneNumber phone) => phone.ToString();
}
