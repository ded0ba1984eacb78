namespace Crm.Domain.Values;

/// <summary>
/// A postal address in parts. Every part is optional, but at least one must be there: what is known of a customer often
/// begins with a city. Each part is one trimmed line in NFC; postal codes are not checked against national patterns. Equal
/// when all parts are (ordinal); not ordered. There is no default value.
/// </summary>
public sealed partial record PostalAddress
{
    /// <summary>The most characters of <see cref="Line1"/> and <see cref="Line2"/> each.</summary>
    public const int MaxLineLength = 200;

    /// <summary>The most characters of <see cref="PostalCode"/>.</summary>
    public const int MaxPostalCodeLength = 20;

    /// <summary>The most characters of <see cref="City"/> and of <see cref="Region"/>.</summary>
    public const int MaxPlaceLength = 100;

    /// <summary>Makes an address; blank parts count as none.</summary>
    /// <param name="line1">Street and number, or post-office box.</param>
    /// <param name="line2">What else finds the door: building, floor, care of.</param>
    /// <param name="postalCode">The postal code.</param>
    /// <param name="city">The city, town or village.</param>
    /// <param name="region">State, province or county, as it is written on a letter.</param>
    /// <param name="country">The country.</param>
    /// <exception cref="ArgumentException">No part is there, or one is too long or not one line.</exception>
    public PostalAddress(string? line1, string? line2, string? postalCode, string? city, string? region, Country? country)
    {
        Line1 = SingleLine.Optional(line1, MaxLineLength, nameof(line1));
        Line2 = SingleLine.Optional(line2, MaxLineLength, nameof(line2));
        PostalCode = SingleLine.Optional(postalCode, MaxPostalCodeLength, nameof(postalCode));
        City = SingleLine.Optional(city, MaxPlaceLength, nameof(city));
        Region = SingleLine.Optional(region, MaxPlaceLength, nameof(region));
        Country = country;
        if ((Line1 ?? Line2 ?? PostalCode ?? City ?? Region ?? Country?.Code) is null)
        {
            throw new ArgumentException("An address has at least one part.", nameof(line1));
        }
    }

    /// <summary>Street and number, or post-office box; or null.</summary>
    public string? Line1 { get; }

    /// <summary>Building, floor, care of; or null.</summary>
    public string? Line2 { get; }

    /// <summary>The postal code, or null.</summary>
    public string? PostalCode { get; }

    /// <summary>The city, town or village, or null.</summary>
    public string? City { get; }

    /// <summary>State, province or county, or null.</summary>
    public string? Region { get; }

    /// <summary>The country, or null.</summary>
    public Country? Country { get; }

    /// <summary>The address in one line.</summary>
    /// <returns>The lines of <see cref="Format"/> with commas between them.</returns>
    public override string ToString() => Format().Replace("\n", ", ", StringComparison.Ordinal);
}
