using Crm.Domain.Customers;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Whom a message goes to.</summary>
/// <param name="CustomerId">The living customer.</param>
/// <param name="Name">The name.</param>
/// <param name="IsPerson">Whether it is a person.</param>
public sealed record MessageRecipient(CustomerId CustomerId, string Name, bool IsPerson)
{
    /// <summary>What stands before a person's name, such as a title.</summary>
    public string? Title { get; init; }

    /// <summary>A person's given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>A person's family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The language that the customer prefers.</summary>
    public LanguageTag? Language { get; init; }

    /// <summary>The postal address to write to: the primary one.</summary>
    public PostalAddress? PostalAddress { get; init; }
}
