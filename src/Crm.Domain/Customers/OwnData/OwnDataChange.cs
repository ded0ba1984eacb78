using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>One change of a customer's own data. Made by the static methods; what belongs to other domains stays null.</summary>
/// <param name="Domain">Which data.</param>
public sealed record OwnDataChange(OwnDataDomain Domain)
{
    /// <summary>The new name of a person.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The new name of an organisation.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>Which postal address.</summary>
    public AddressKind AddressKind { get; init; }

    /// <summary>The new postal address.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>The contact point that is replaced or removed; null where one is added.</summary>
    public ContactPointId? ContactPointId { get; init; }

    /// <summary>The new e-mail address; null where one is removed.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>The new number; null where one is removed.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>What the new number is for: telephone, mobile or fax.</summary>
    public ContactPointKind PhoneKind { get; init; } = ContactPointKind.Phone;

    /// <summary>The preferred language.</summary>
    public LanguageTag? Language { get; init; }

    /// <summary>Another name of a person.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The change.</returns>
    public static OwnDataChange Rename(PersonName name) => new(OwnDataDomain.Name) { Name = name };

    /// <summary>Another name of an organisation.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The change.</returns>
    public static OwnDataChange RenameOrganisation(string name) => new(OwnDataDomain.Name) { OrganisationName = name };

    /// <summary>Another primary address of a kind, or the first one.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="address">The address.</param>
    /// <returns>The change.</returns>
    public static OwnDataChange SetAddress(AddressKind kind, PostalAddress address) => new(OwnDataDomain.Address) { AddressKind = kind, Address = address };

    /// <summary>A further e-mail address, or another one in the place of one.</summary>
    /// <param name="email">The address.</param>
    /// <param name="replaced">The contact point that it takes the place of; null for a further one.</param>
    /// <returns>The change.</returns>
    public static OwnDataChange SetEmail(EmailAddress email, ContactPointId? replaced = null) => new(OwnDataDomain.Email) { Email = email, ContactPointId = replaced };

    /// <summary>A further number, or another one in the place of one.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="replaced">The contact point that it takes the place of; null for a further one.</param>
    /// <param name="kind">Telephone, mobile or fax, where it is a further one.</param>
    /// <returns>The change.</returns>
    public static OwnDataChange SetPhone(PhoneNumber phone, ContactPointId? replaced = null, ContactPointKind kind = ContactPointKind.Phone) =>
        new(OwnDataDomain.Phone) { Phone = phone, ContactPointId = replaced, PhoneKind = kind };

    /// <summary>One e-mail address less.</summary>
    /// <param name="removed">The contact point.</param>
    /// <returns>The change.</returns>
    public static OwnDataChange RemoveEmail(ContactPointId removed) => new(OwnDataDomain.Email) { ContactPointId = removed };

    /// <summary>One number less.</summary>
    /// <param name="removed">The contact point.</param>
    /// <returns>The change.</returns>
    public static OwnDataChange RemovePhone(ContactPointId removed) => new(OwnDataDomain.Phone) { ContactPointId = removed };

    /// <summary>Another preferred language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The change.</returns>
    public static OwnDataChange Prefer(LanguageTag language) => new(OwnDataDomain.Language) { Language = language };

    /// <summary>What it becomes, in one line for people; null where something is removed.</summary>
    /// <returns>The new value.</returns>
    public string? After() => Domain switch
    {
        OwnDataDomain.Name => Name?.Full ?? OrganisationName,
        OwnDataDomain.Address => Address?.ToString(),
        OwnDataDomain.Email => Email?.Value,
        OwnDataDomain.Phone => Phone?.ToString(),
        _ => Language?.Value,
    };

    /// <summary>The change as JSON.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => OwnDataJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The change.</returns>
    /// <exception cref="System.Text.Json.JsonException">It is another document.</exception>
    public static OwnDataChange Parse(string json) => OwnDataJson.Read(json);
}
