using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

public abstract partial class Customer
{
    /// <summary>Makes a customer of what a row of an import says, with the one event that a customer was created.</summary>
    internal static Customer FromImport(CustomerId id, ImportedCustomer row, Instant now)
    {
        Customer customer = row.Name is not null ? Person.FromImport(id, row.Name, row.BirthDate, now) : new Organisation(id, row.OrganisationName!, now);
        foreach (var (email, use, label) in row.Emails)
        {
            customer.Take(ContactPointKind.Email, email.Value, ContactPoint.KeyOf(email), use, label, now);
        }

        foreach (var (phone, kind, use, label) in row.Phones)
        {
            customer.Take(kind, phone.ToString(), ContactPoint.KeyOf(phone), use, label, now);
        }

        foreach (var (address, kind, label) in row.Addresses)
        {
            customer._addresses.Add(new CustomerAddress(CustomerAddressId.New(now), kind, address, label) { IsPrimary = customer.PrimaryAddress(kind) is null });
        }

        if (row.Reference is not null)
        {
            customer._references.Add(new CustomerReference(row.Reference));
        }

        customer._tags.AddRange(row.Tags.Select(t => new CustomerTag(t)));
        customer.Language = row.Language;
        return customer;
    }

    private void Take(ContactPointKind kind, string value, string key, ContactUse use, string? label, Instant now) =>
        _contactPoints.Add(new ContactPoint(ContactPointId.New(now), kind, value, key, PrimaryContactPoint(kind) is null) { Use = use, Label = label });
}
