using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>What is known of a customer that is to be recorded: a person when <see cref="Name"/> is set, else an organisation.</summary>
public sealed record NewCustomer
{
    /// <summary>The person's name.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The organisation's name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>The person's date of birth.</summary>
    public LocalDate? BirthDate { get; init; }

    /// <summary>E-mail addresses; the first becomes primary.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<EmailAddress> Emails { get; init; } = [];

    /// <summary>Telephone numbers; the first becomes primary.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<PhoneNumber> Phones { get; init; } = [];

    /// <summary>The main postal address.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Identities in other systems.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ExternalReference> References { get; init; } = [];

    /// <summary>The language the customer prefers.</summary>
    public LanguageTag? Language { get; init; }
}
