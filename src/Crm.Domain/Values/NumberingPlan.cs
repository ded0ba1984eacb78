namespace Crm.Domain.Values;

/// <summary>How the telephone numbers of one country code are built.</summary>
/// <param name="Regions">ISO 3166-1 alpha-2 or 001, the main region first.</param>
/// <param name="CountryCode">The country code of E.164.</param>
/// <param name="TrunkPrefixes">What is dialled before a national number inside the country, the usual one first.</param>
/// <param name="InternationalPrefixes">What is dialled before a foreign country code, besides 00.</param>
/// <param name="Lengths">The lengths of national numbers.</param>
internal sealed record NumberingPlan(
    string[] Regions, int CountryCode, string[] TrunkPrefixes, string[] InternationalPrefixes, NumberLength[] Lengths)
{
    /// <summary>The national number in the digits dialled, without trunk prefix; null where they fit no length.</summary>
    public string? NationalNumber(string digits, bool afterCountryCode)
    {
        var isWhole = IsPossible(digits);
        foreach (var trunk in TrunkPrefixes)
        {
            if (digits.StartsWith(trunk, StringComparison.Ordinal) && IsPossible(digits.AsSpan(trunk.Length))
                && !(isWhole && KeepsTrunk(digits, trunk, afterCountryCode)))
            {
                return digits[trunk.Length..];
            }
        }

        return isWhole ? digits : null;
    }

    // A 0 dialled at home is the trunk prefix (but 00 is not); after a country code, and for an 8, the whole number comes first.
    private static bool KeepsTrunk(string digits, string trunk, bool afterCountryCode) =>
        afterCountryCode || trunk[0] != '0' || digits.StartsWith("00", StringComparison.Ordinal);

    private bool IsPossible(ReadOnlySpan<char> number)
    {
        var isPossible = false;
        foreach (var length in Lengths)
        {
            if (length.Leads(number))
            {
                if (length.IsGroup)
                {
                    return length.Admits(number.Length);
                }

                isPossible |= length.Admits(number.Length);
            }
        }

        return isPossible;
    }
}
