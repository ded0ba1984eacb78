namespace Crm.Domain.Values;

/// <content>Postal codes in the form of the country (<see cref="Values.PostalCode"/>).</content>
public sealed partial record PostalAddress
{
    /// <summary>Whether the postal code has a form that the country uses; true where there is no code or no form is known.</summary>
    /// <returns>False for a code that cannot be one of the country's.</returns>
    public bool HasPlausiblePostalCode() => PostalCode is null || Values.PostalCode.TryNormalize(Country, PostalCode, out _);

    /// <summary>The address with its postal code in the form that the country writes; unchanged where the code has none.</summary>
    /// <returns>The address.</returns>
    public PostalAddress WithUsualPostalCode() =>
        PostalCode is not null && Values.PostalCode.TryNormalize(Country, PostalCode, out var usual) && usual != PostalCode
            ? new(Line1, Line2, usual, City, Region, Country)
            : this;
}
