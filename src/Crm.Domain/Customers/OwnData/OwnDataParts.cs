using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Which part of a customer a change is about.</summary>
internal static class OwnDataParts
{
    /// <summary>What the change takes the place of, in one line; empty where it adds something, or where there is nothing.</summary>
    public static string Before(Customer customer, OwnDataChange change) => change.Domain switch
    {
        OwnDataDomain.Name => customer is Person person ? string.Join('|', person.Name.Prefix, person.Name.Given, person.Name.Middle, person.Name.Family, person.Name.Suffix, person.Name.Nickname) : customer.DisplayName,
        OwnDataDomain.Address => customer.PrimaryAddress(change.AddressKind)?.Address.ToString() ?? string.Empty,
        OwnDataDomain.Email or OwnDataDomain.Phone => Point(customer, change)?.Value ?? string.Empty,
        _ => customer.Language?.Value ?? string.Empty,
    };

    /// <summary>Whether the change is possible.</summary>
    public static CrmRuling Check(Customer customer, OwnDataChange change) => change.Domain switch
    {
        OwnDataDomain.Name => Name(customer, change),
        OwnDataDomain.Address => change.Address is not { } address || !Enum.IsDefined(change.AddressKind) ? Missing("address")
            : customer.PrimaryAddress(change.AddressKind)?.Address == address.WithUsualPostalCode() ? Unchanged : CrmRuling.Permitted,
        OwnDataDomain.Email => Email(customer, change),
        OwnDataDomain.Phone => Phone(customer, change),
        OwnDataDomain.Language => change.Language is not { } language ? Missing("language") : language == customer.Language ? Unchanged : CrmRuling.Permitted,
        _ => Missing("domain"),
    };

    /// <summary>Makes the change, which is possible.</summary>
    public static void Apply(Customer customer, OwnDataChange change, Instant now)
    {
        switch (change)
        {
            case { Domain: OwnDataDomain.Name, Name: { } name }:
                ((Person)customer).Rename(name, now);
                break;
            case { Domain: OwnDataDomain.Name }:
                ((Organisation)customer).Rename(change.OrganisationName!, now);
                break;
            case { Domain: OwnDataDomain.Address }:
                customer.SetAddress(change.AddressKind, change.Address!.WithUsualPostalCode(), now);
                break;
            case { Domain: OwnDataDomain.Language }:
                customer.PreferLanguage(change.Language, now);
                break;
            case { Email: { } email, ContactPointId: { } replaced }:
                customer.ReplaceEmail(replaced, email, now);
                break;
            case { Email: { } email }:
                customer.AddEmail(email, now);
                break;
            case { Phone: { } phone, ContactPointId: { } replaced }:
                customer.ReplacePhone(replaced, phone, now);
                break;
            case { Phone: { } phone }:
                customer.AddPhone(phone, now, change.PhoneKind);
                break;
            default:
                customer.RemoveContactPoint(change.ContactPointId!.Value, now);
                break;
        }
    }

    private static CrmRuling Unchanged { get; } = CrmRuling.Refused(e => e.OwnDataUnchanged());

    private static CrmRuling Missing(string what) => CrmRuling.Refused(e => e.InvalidValue(what, "The change does not say what is to become of it."));

    private static CrmRuling Name(Customer customer, OwnDataChange change) => customer is Person person
        ? change.Name is not { } name ? Missing("name") : name == person.Name ? Unchanged : CrmRuling.Permitted
        : string.IsNullOrWhiteSpace(change.OrganisationName) || change.OrganisationName.Length > Customer.MaxNameLength || change.OrganisationName.Any(char.IsControl) ? Missing("name")
        : change.OrganisationName == customer.DisplayName ? Unchanged
        : CrmRuling.Permitted;

    private static CrmRuling Email(Customer customer, OwnDataChange change) => (change.Email, change.ContactPointId) switch
    {
        ({ } email, { } id) => Point(customer, change)?.Value == email.Value ? Unchanged : customer.CanReplaceEmail(id, email),
        ({ } email, null) => customer.CanAddEmail(email),
        (null, { } id) => Point(customer, change) is { Kind: ContactPointKind.Email } ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ContactPointNotFound(id.ToString())),
        _ => Missing("email"),
    };

    private static CrmRuling Phone(Customer customer, OwnDataChange change) => (change.Phone, change.ContactPointId) switch
    {
        ({ } phone, { } id) => Point(customer, change)?.Value == phone.ToString() ? Unchanged : customer.CanReplacePhone(id, phone),
        ({ } phone, null) => change.PhoneKind is ContactPointKind.Phone or ContactPointKind.Mobile or ContactPointKind.Fax ? customer.CanAddPhone(phone, change.PhoneKind) : Missing("kind"),
        (null, { } id) => Point(customer, change) is { Kind: not ContactPointKind.Email } ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ContactPointNotFound(id.ToString())),
        _ => Missing("phone"),
    };

    private static ContactPoint? Point(Customer customer, OwnDataChange change) => customer.ContactPoints.FirstOrDefault(p => p.Id == change.ContactPointId);
}
