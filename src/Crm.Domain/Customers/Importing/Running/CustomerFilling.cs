using Crm.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Customers;

/// <summary>Lets a customer take over what a row says. Nothing that the customer has is lost, and what is there already changes nothing.</summary>
internal static class CustomerFilling
{
    public const string Name = "name";
    public const string OrganisationName = "organisationName";
    public const string BirthDate = "birthDate";
    public const string Language = "language";
    public const string ContactPoint = "contactPoint";
    public const string Address = "address";
    public const string PrimaryAddress = "primaryAddress";
    public const string Reference = "reference";
    public const string Tag = "tag";

    public static List<ImportedChange> Fill(Customer customer, ImportedCustomer row, Instant now)
    {
        var changes = new List<ImportedChange>();
        FillName(customer, row, changes, now);
        if (customer is Person person && row.BirthDate is { } birthDate && birthDate != person.BirthDate)
        {
            changes.Add(new ImportedChange(BirthDate, person.BirthDate is { } before ? LocalDatePattern.Iso.Format(before) : null, LocalDatePattern.Iso.Format(birthDate)));
            person.SetBirthDate(birthDate, now);
        }

        if (row.Language is { } language && language != customer.Language)
        {
            changes.Add(new ImportedChange(Language, customer.Language?.Value, language.Value));
            customer.PreferLanguage(language, now);
        }

        FillContactPoints(customer, row, changes, now);
        foreach (var address in row.Addresses)
        {
            FillAddress(customer, address, changes, now);
        }

        if (row.Reference is { } reference && customer.CanAddReference(reference))
        {
            customer.AddReference(reference, now);
            changes.Add(new ImportedChange(Reference, null, ImportedValues.Of(reference)));
        }

        foreach (var tag in row.Tags.Where(t => customer.CanAddTag(t)))
        {
            customer.AddTag(tag, now);
            changes.Add(new ImportedChange(Tag, null, tag));
        }

        return changes;
    }

    private static void FillName(Customer customer, ImportedCustomer row, List<ImportedChange> changes, Instant now)
    {
        if (customer is Person person && row.Name is { } said)
        {
            var had = person.Name;
            var name = new PersonName(
                said.Given ?? had.Given, said.Family ?? had.Family, said.Prefix ?? had.Prefix, said.Middle ?? had.Middle, said.Suffix ?? had.Suffix, said.Nickname ?? had.Nickname);
            if (name != had)
            {
                changes.Add(new ImportedChange(Name, ImportedValues.Of(had), ImportedValues.Of(name)));
                person.Rename(name, now);
            }
        }
        else if (customer is Organisation organisation && row.OrganisationName is { } called && called != organisation.DisplayName)
        {
            changes.Add(new ImportedChange(OrganisationName, organisation.DisplayName, called));
            organisation.Rename(called, now);
        }
    }

    private static void FillContactPoints(Customer customer, ImportedCustomer row, List<ImportedChange> changes, Instant now)
    {
        foreach (var (email, use, label) in row.Emails.Where(e => customer.CanAddEmail(e.Email)))
        {
            customer.AddEmail(email, now);
            Describe(use, label);
        }

        foreach (var (phone, kind, use, label) in row.Phones)
        {
            var key = phone.ToString();
            if (!customer.ContactPoints.Any(p => p.Kind != ContactPointKind.Email && (p.Kind == ContactPointKind.Fax) == (kind == ContactPointKind.Fax) && p.Key == key))
            {
                customer.AddPhone(phone, now, kind);
                Describe(use, label);
            }
        }

        void Describe(ContactUse use, string? label)
        {
            var point = customer.ContactPoints[^1];
            changes.Add(new ImportedChange(ContactPoint, null, point.Value, point.Id.Value));
            if (use != ContactUse.Unspecified || label is not null)
            {
                customer.DescribeContactPoint(point.Id, use, label, now);
            }
        }
    }

    private static void FillAddress(Customer customer, ImportedAddress said, List<ImportedChange> changes, Instant now)
    {
        var ofKind = customer.Addresses.Where(a => a.Kind == said.Kind).ToList();
        if (ofKind.Exists(a => Covers(a.Address, said.Address)))
        {
            return;
        }

        var primary = customer.PrimaryAddress(said.Kind);
        if (primary is not null && Covers(said.Address, primary.Address))
        {
            changes.Add(new ImportedChange(Address, ImportedValues.Of(primary.Address), ImportedValues.Of(said.Address), primary.Id.Value));
            customer.SetAddress(said.Kind, said.Address, now);
            return;
        }

        customer.AddAddress(said.Kind, said.Address, now, said.Label);
        var added = customer.Addresses[^1];
        changes.Add(new ImportedChange(Address, null, ImportedValues.Of(said.Address), added.Id.Value));
        if (primary is not null)
        {
            customer.MakeAddressPrimary(added.Id, now);
            changes.Add(new ImportedChange(PrimaryAddress, primary.Id.ToString(), added.Id.ToString(), primary.Id.Value));
        }
    }

    // Whether one address says all that the other does.
    private static bool Covers(PostalAddress full, PostalAddress part) =>
        Says(full.Line1, part.Line1) && Says(full.Line2, part.Line2) && Says(full.PostalCode, part.PostalCode) && Says(full.City, part.City)
        && Says(full.Region, part.Region) && Says(full.Country?.Code, part.Country?.Code);

    private static bool Says(string? full, string? part) => part is null || (full is not null && FoldedText.Of(full) == FoldedText.Of(part));
}
