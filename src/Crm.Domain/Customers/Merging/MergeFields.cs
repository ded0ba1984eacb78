namespace Crm.Domain.Customers;

/// <summary>The fields of which one value survives a merge. What a customer has several of is united.</summary>
public static class MergeFields
{
    /// <summary>A person's name, whole.</summary>
    public const string Name = "name";

    /// <summary>A person's date of birth.</summary>
    public const string BirthDate = "birthDate";

    /// <summary>The preferred language.</summary>
    public const string Language = "language";

    /// <summary>The primary main address, whole.</summary>
    public const string MainAddress = "mainAddress";

    /// <summary>The primary billing address, whole.</summary>
    public const string BillingAddress = "billingAddress";

    /// <summary>The primary shipping address, whole.</summary>
    public const string ShippingAddress = "shippingAddress";

    /// <summary>The lifecycle stage with its history, whole; without a rule of its own, the one that was moved last survives.</summary>
    public const string Lifecycle = "lifecycle";

    /// <summary>The specialist and the team.</summary>
    public const string Specialist = "specialist";

    /// <summary>The organisation above an organisation.</summary>
    public const string Parent = "parent";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Name, BirthDate, Language, MainAddress, BillingAddress, ShippingAddress, Lifecycle, Specialist, Parent];
}
