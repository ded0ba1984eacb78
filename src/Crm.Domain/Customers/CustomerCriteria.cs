namespace Crm.Domain.Customers;

/// <summary>Which customers to list; every condition that is set must hold.</summary>
public sealed record CustomerCriteria
{
    /// <summary>
    /// Words, each the beginning of a word of the name, of an e-mail address or its domain, of an identity in another system, of
    /// postal code or city, or a number in any notation from its beginning or end; all of them must match. See <see cref="CustomerSearchText"/>.
    /// </summary>
    /// <value>Null by default: any.</value>
    public string? Text { get; init; }

    /// <summary>A whole contact point in any notation, or a whole identity in another system: the customers that one key stands for.</summary>
    /// <value>Null by default: any.</value>
    public string? Key { get; init; }

    /// <summary>Persons or organisations only.</summary>
    /// <value>Null by default: both.</value>
    public CustomerKind? Kind { get; init; }
}
