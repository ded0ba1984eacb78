using System.Globalization;

namespace Crm.Domain.Values;

/// <content>Notations for people (ITU-T E.123). Groups have three digits, since area codes end nowhere in particular.</content>
public sealed partial record PhoneNumber
{
    private const int NorthAmerica = 1;
    private const int NorthAmericanDigits = 10;

    /// <summary>The number for people abroad.</summary>
    /// <returns>Such as <c>+39 021 234 5678</c>, with <c>ext.</c> and the extension where there is one.</returns>
    public string ToInternational() =>
        string.Create(CultureInfo.InvariantCulture, $"+{CountryCode} {Grouped(NationalNumber)}{Ending}");

    /// <summary>The number for people in the same country, with the trunk prefix where one is dialled.</summary>
    /// <returns>
    /// Such as <c>020 794 600 18</c> or <c>(201) 555-0123</c>, with <c>ext.</c> and the extension where there is one; the
    /// international notation for the few numbers that cannot be told from another one at home.
    /// </returns>
    public string ToNational()
    {
        if (CountryCode == NorthAmerica && NationalNumber.Length == NorthAmericanDigits)
        {
            return $"({NationalNumber[..3]}) {NationalNumber[3..6]}-{NationalNumber[6..]}{Ending}";
        }

        var plan = NumberingPlanTable.ByCountryCode[CountryCode];
        foreach (var digits in new[] { Dialled, NationalNumber })
        {
            if (AfterPrefix(digits, plan) is null && plan.NationalNumber(digits, afterCountryCode: false) == NationalNumber)
            {
                return Grouped(digits) + Ending;
            }
        }

        return ToInternational();
    }

    private string Ending => Extension is null ? string.Empty : $" ext. {Extension}";

    private static string Grouped(string digits)
    {
        var groups = new List<string>();
        var start = 0;
        while (digits.Length - start > 4)
        {
            groups.Add(digits.Substring(start, 3));
            start += 3;
        }

        groups.Add(digits[start..]);
        return string.Join(' ', groups);
    }
}
