using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>What one row says of a customer.</summary>
internal sealed record ImportedCustomer
{
    /// <summary>The id in the other system.</summary>
    public ExternalReference? Reference { get; init; }

    /// <summary>The name of a person; null for an organisation.</summary>
    public PersonName? Name { get; init; }

    public string? OrganisationName { get; init; }

    public LocalDate? BirthDate { get; init; }

    public LanguageTag? Language { get; init; }

    public IReadOnlyList<ImportedEmail> Emails { get; init; } = [];

    public IReadOnlyList<ImportedPhone> Phones { get; init; } = [];

    public IReadOnlyList<ImportedAddress> Addresses { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public CustomerKind Kind => Name is null ? CustomerKind.Organisation : CustomerKind.Person;
}

internal sealed record ImportedEmail(EmailAddress Email, ContactUse Use, string? Label);

internal sealed record ImportedPhone(PhoneNumber Phone, ContactPointKind Kind, ContactUse Use, string? Label);

internal sealed record ImportedAddress(PostalAddress Address, AddressKind Kind, string? Label);
