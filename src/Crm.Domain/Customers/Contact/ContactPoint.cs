using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>One address at which a customer is reached. Part of <see cref="Customer"/>; changed by its acts.</summary>
public sealed class ContactPoint
{
    /// <summary>Longest label, and longest reason why a contact point is invalid.</summary>
    public const int MaxLabelLength = 100;

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

    /// <summary>Whether it belongs to work, to home, or elsewhere.</summary>
    public ContactUse Use { get; internal set; }

    /// <summary>The customer's own name for it, such as "assistant".</summary>
    public string? Label { get; internal set; }

    /// <summary>Since when it is known not to reach the customer; null while it is good.</summary>
    public Instant? InvalidSince { get; internal set; }

    /// <summary>Why it does not, such as the bounce.</summary>
    public string? InvalidReason { get; internal set; }

    /// <summary>Since when the customer wants no advertising at this very address; null while none was refused.</summary>
    public Instant? OptedOutSince { get; internal set; }

    /// <summary>Whether it is known not to reach the customer.</summary>
    public bool IsInvalid => InvalidSince is not null;

    /// <summary>Whether the customer wants no advertising at this very address.</summary>
    public bool IsOptedOut => OptedOutSince is not null;

    internal static string KeyOf(EmailAddress email) => email.Normalized;

    internal static string KeyOf(PhoneNumber phone) => phone.ToString();

    /// <summary>Another address in the same place: what was known of the old one does not hold for it.</summary>
    internal void Replace(string value, string key)
    {
        (Value, Key) = (value, key);
        (InvalidSince, InvalidReason, OptedOutSince) = (null, null, null);
    }

    /// <summary>Takes the more restrictive of two notes on one address.</summary>
    internal void Restrict(ContactPoint other)
    {
        OptedOutSince = Earlier(OptedOutSince, other.OptedOutSince);
        if (other.InvalidSince is { } since && (InvalidSince is null || since < InvalidSince))
        {
            (InvalidSince, InvalidReason) = (since, other.InvalidReason);
        }
    }

    internal ContactPoint Copy(Instant now)
    {
        var copy = new ContactPoint(ContactPointId.New(now), Kind, Value, Key, isPrimary: false) { Use = Use, Label = Label };
        copy.Restrict(this);
        return copy;
    }

    private static Instant? Earlier(Instant? left, Instant? right) => left is { } a && right is { } b ? Instant.Min(a, b) : left ?? right;
}
