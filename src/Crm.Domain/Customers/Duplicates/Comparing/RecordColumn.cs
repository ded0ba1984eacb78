namespace Crm.Domain.Customers;

/// <summary>The columns of <see cref="RecordTable"/>.</summary>
internal enum RecordColumn
{
    Given, Middle, Family, Organisation, Birth, Email, Phone, Number, Street, Street2, City, Suburb, Postcode, Region, Country, NationalId, Count,
}
