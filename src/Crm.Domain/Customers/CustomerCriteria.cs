namespace Crm.Domain.Customers;

/// <summary>Which customers to list; every condition that is set must hold.</summary>
public sealed record CustomerCriteria
{
    /// <summary>A part of the name, of a contact point in any notation, or of an identity in another system.</summary>
    /// <value>Null by default: any.</value>
    public string? Text { get; init; }

    /// <summary>A whole contact point in any notation, or a whole identity in another system: the customers that one key stands for.</summary>
    /// <value>Null by default: any.</value>
    public string? Key { get; init; }

    /// <summary>Persons or organisations only.</summary>
    /// <value>Null by default: both.</value>
    public CustomerKind? Kind { get; init; }
}
