using System.Linq.Expressions;
using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>The parts of a customer that conditions look into, as expressions that are made once.</summary>
internal static class CustomerParts
{
    public static readonly Expression<Func<Customer, IEnumerable<ContactPoint>>> ContactPoints = c => c.ContactPoints;
    public static readonly Expression<Func<ContactPoint, string?>> Key = p => p.Key;
    public static readonly Expression<Func<ContactPoint, bool>> IsEmail = p => p.Kind == ContactPointKind.Email;
    public static readonly Expression<Func<ContactPoint, bool>> IsPhone = p => p.Kind == ContactPointKind.Phone || p.Kind == ContactPointKind.Mobile;
    public static readonly Expression<Func<Customer, IEnumerable<CustomerAddress>>> Addresses = c => c.Addresses;
    public static readonly Expression<Func<CustomerAddress, string?>> City = a => a.CityFolded;
    public static readonly Expression<Func<CustomerAddress, string?>> PostalCode = a => a.PostalCodeFolded;
    public static readonly Expression<Func<CustomerAddress, Country?>> Country = a => a.Address.Country;
    public static readonly Expression<Func<Customer, IEnumerable<CustomerTag>>> Tags = c => c.Tags;
    public static readonly Expression<Func<CustomerTag, string?>> Tag = t => t.Name;
    public static readonly Expression<Func<Customer, IEnumerable<CustomerPreference>>> Preferences = c => c.Preferences;
    public static readonly Expression<Func<CustomerPreference, string?>> Preference = p => p.Key;
}
