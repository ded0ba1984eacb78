namespace Crm.Domain.Customers;

/// <summary>
/// What is known of one customer when duplicates are looked for, as it was written: any case, any notation. What is null or
/// blank is not known, and never matches anything.
/// </summary>
public sealed record DuplicateRecord
{
    /// <summary>The name of the record in its source; null where the position is enough. Never compared.</summary>
    public string? Id { get; init; }

    /// <summary>Given name or names of a person.</summary>
    public string? GivenName { get; init; }

    /// <summary>Further given names, or their initials.</summary>
    public string? MiddleName { get; init; }

    /// <summary>Family name or names of a person.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The whole name of a person; counts only where neither given nor family name is known, and is split into them.</summary>
    public string? FullName { get; init; }

    /// <summary>Name of an organisation, or of the organisation a person belongs to.</summary>
    public string? Organisation { get; init; }

    /// <summary>Date of birth as <c>yyyy-MM-dd</c>, <c>yyyyMMdd</c> or <c>yyyy/MM/dd</c>; what is no date is compared as text.</summary>
    public string? BirthDate { get; init; }

    /// <summary>Year of birth, where the whole date is not given.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Month of birth, 1 to 12.</summary>
    public int? BirthMonth { get; init; }

    /// <summary>Day of birth, 1 to 31.</summary>
    public int? BirthDay { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number in any notation; a national one is read by <see cref="Country"/>.</summary>
    public string? Phone { get; init; }

    /// <summary>House number; where it is null, the number in <see cref="Street"/> counts.</summary>
    public string? StreetNumber { get; init; }

    /// <summary>Street, with or without house number.</summary>
    public string? Street { get; init; }

    /// <summary>Second address line, such as building or property.</summary>
    public string? Street2 { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>Suburb or district; compared with city too.</summary>
    public string? Suburb { get; init; }

    /// <summary>Postal code.</summary>
    public string? Postcode { get; init; }

    /// <summary>State, province or region.</summary>
    public string? Region { get; init; }

    /// <summary>Country; an ISO 3166 code helps to read telephone numbers and postal codes.</summary>
    public string? Country { get; init; }

    /// <summary>Number that a state or register gave to this one customer, such as a tax number.</summary>
    public string? NationalId { get; init; }
}
