namespace Crm.Domain.Customers;

/// <summary>Whom a prospect becomes: a person, an organisation or both, each new or recorded already.</summary>
public sealed record Prospect
{
    /// <summary>The recorded person that it is.</summary>
    public CustomerId? PersonId { get; init; }

    /// <summary>What is known of the person: what a new one gets, and what fills the empty fields of a recorded one.</summary>
    public NewCustomer? Person { get; init; }

    /// <summary>The recorded organisation that it is of.</summary>
    public CustomerId? OrganisationId { get; init; }

    /// <summary>What is known of the organisation: what a new one gets, and what fills the empty fields of a recorded one.</summary>
    public NewCustomer? Organisation { get; init; }

    /// <summary>What the person does in the organisation.</summary>
    public string? Role { get; init; }

    /// <summary>Whether somebody looked at the duplicates and decided to record new customers all the same.</summary>
    public bool AllowsDuplicates { get; init; }
}
