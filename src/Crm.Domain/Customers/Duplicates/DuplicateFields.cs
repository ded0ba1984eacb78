namespace Crm.Domain.Customers;

/// <summary>The codes of what is compared, as reasons and rules name it.</summary>
public static class DuplicateFields
{
    /// <summary>Given name.</summary>
    public const string GivenName = "givenName";

    /// <summary>Middle names or initials.</summary>
    public const string MiddleName = "middleName";

    /// <summary>Family name.</summary>
    public const string FamilyName = "familyName";

    /// <summary>Given and family name in the usual places (exact) or exchanged (partial).</summary>
    public const string NameOrder = "nameOrder";

    /// <summary>Name of the organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>Date of birth.</summary>
    public const string BirthDate = "birthDate";

    /// <summary>E-mail address.</summary>
    public const string Email = "email";

    /// <summary>Telephone number.</summary>
    public const string Phone = "phone";

    /// <summary>House number.</summary>
    public const string StreetNumber = "streetNumber";

    /// <summary>Street.</summary>
    public const string Street = "street";

    /// <summary>Second address line.</summary>
    public const string Street2 = "street2";

    /// <summary>City and suburb, the two that agree best.</summary>
    public const string Place = "place";

    /// <summary>Postal code.</summary>
    public const string Postcode = "postcode";

    /// <summary>State, province or region.</summary>
    public const string Region = "region";

    /// <summary>Country.</summary>
    public const string Country = "country";

    /// <summary>National or register number.</summary>
    public const string NationalId = "nationalId";

    /// <summary>All of them, in the order in which reasons are given.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        GivenName, MiddleName, FamilyName, NameOrder, Organisation, BirthDate, Email, Phone,
        StreetNumber, Street, Street2, Place, Postcode, Region, Country, NationalId,
    ];
}
