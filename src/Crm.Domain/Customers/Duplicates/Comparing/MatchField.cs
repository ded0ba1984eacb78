namespace Crm.Domain.Customers;

/// <summary>What is compared, in the order of <see cref="DuplicateFields.All"/>.</summary>
internal enum MatchField
{
    Given, Middle, Family, Order, Organisation, Birth, Email, Phone, Number, Street, Street2, Place, Postcode, Region, Country, NationalId,
}
