using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>
/// A telephone number of the international public plan (ITU-T E.164), with an extension where there is one. The country
/// code exists and the national number has a length its plan knows; whether it is in service nobody can tell from outside.
/// Equal when all three parts are; ordered by text. There is no default value.
/// </summary>
[JsonConverter(typeof(ValueJsonConverter<PhoneNumber>))]
public sealed partial record PhoneNumber : IComparable<PhoneNumber>, IParsable<PhoneNumber>
{
    /// <summary>The most digits of country code and national number together.</summary>
    public const int MaxDigits = 15;

    /// <summary>The most digits of an extension.</summary>
    public const int MaxExtensionLength = 12;

    /// <summary>The most characters of <see cref="ToString"/>.</summary>
    public const int MaxLength = 1 + MaxDigits + 5 + MaxExtensionLength;

    private PhoneNumber(int countryCode, string nationalNumber, string? extension)
    {
        CountryCode = countryCode;
        NationalNumber = nationalNumber;
        Extension = extension;
    }

    /// <summary>The country code without plus, such as 39.</summary>
    public int CountryCode { get; }

    /// <summary>
    /// The digits after the country code, without trunk prefix. A leading zero is part of the number where it is dialled
    /// from abroad too, as in Italy (<c>0212345678</c>).
    /// </summary>
    public string NationalNumber { get; }

    /// <summary>The digits to dial once connected, or null.</summary>
    public string? Extension { get; }

    /// <summary>The number without extension: <c>+390212345678</c>.</summary>
    public string E164 => string.Create(CultureInfo.InvariantCulture, $"+{CountryCode}{NationalNumber}");

    /// <summary>The digits as dialled inside the country: after the trunk prefix where there is one.</summary>
    internal string Dialled => NumberingPlanTable.ByCountryCode[CountryCode].TrunkPrefixes.FirstOrDefault() + NationalNumber;

    /// <summary>Reads a number as people write it, with any usual punctuation.</summary>
    /// <param name="text">
    /// International (<c>+39 02 1234 5678</c>, <c>0039…</c>, or after the region's own international prefix such as 011) or,
    /// given a region, national, with or without trunk prefix. An extension follows <c>ext.</c>, <c>x</c>, <c>int.</c> or <c>#</c>.
    /// </param>
    /// <param name="defaultRegion">Where a national number belongs: an alpha-2 code in any case; null or unknown: nowhere.</param>
    /// <returns>The number.</returns>
    /// <exception cref="FormatException"><paramref name="text"/> is not a number of a known plan.</exception>
    public static PhoneNumber Parse(string text, string? defaultRegion = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, defaultRegion, out var number)
            ? number
            : throw new FormatException("A telephone number was expected, such as +39 02 1234 5678.");
    }

    /// <summary>Reads an international number without throwing.</summary>
    /// <param name="text">The number.</param>
    /// <param name="number">The number, or null.</param>
    /// <returns>Whether <paramref name="text"/> is a number of a known plan.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PhoneNumber? number) =>
        TryParse(text, (string?)null, out number);

    /// <summary>Reads a number as <see cref="Parse"/> does, without throwing.</summary>
    /// <param name="text">The number.</param>
    /// <param name="defaultRegion">Where a national number belongs, or null.</param>
    /// <param name="number">The number, or null.</param>
    /// <returns>Whether <paramref name="text"/> is a number of a known plan.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, string? defaultRegion, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (!PhoneText.TrySplit(text, out var digits, out var hasPlus, out var extension))
        {
            return false;
        }

        var plan = defaultRegion is null ? null : NumberingPlanTable.ByRegion.GetValueOrDefault(defaultRegion);
        var parts = hasPlus ? International(digits) : AfterPrefix(digits, plan) ?? National(digits, plan);
        if (parts is var (code, national))
        {
            number = new(code, national, extension);
        }

        return number is not null;
    }

    /// <inheritdoc />
    static PhoneNumber IParsable<PhoneNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc />
    static bool IParsable<PhoneNumber>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PhoneNumber result) =>
        TryParse(s, out result);

    /// <inheritdoc />
    public int CompareTo(PhoneNumber? other) => string.CompareOrdinal(ToString(), other?.ToString());

    /// <summary>The number in E.164, with <c>;ext=</c> and the extension where there is one (RFC 3966).</summary>
    /// <returns>A text that <see cref="Parse"/> reads back to an equal number.</returns>
    public override string ToString() => Extension is null ? E164 : $"{E164};ext={Extension}";

    private static (int Code, string National)? AfterPrefix(string digits, NumberingPlan? plan)
    {
        // 0057 in Colombia is its own country code more often than 005 and Russia's 7.
        if (plan is not null && digits.StartsWith("00", StringComparison.Ordinal) && International(digits[2..]) is var (code, national) && code == plan.CountryCode)
        {
            return (code, national);
        }

        var prefix = (plan?.InternationalPrefixes ?? []).Append("00")
            .FirstOrDefault(prefix => digits.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is null ? null : International(digits[prefix.Length..]);
    }

    private static (int Code, string National)? National(string digits, NumberingPlan? plan)
    {
        if (plan is null)
        {
            return null;
        }

        // Some leave out the plus: digits that fit no national length may begin with the country code itself.
        return plan.NationalNumber(digits, afterCountryCode: false) is { } national
            ? Checked(plan.CountryCode, national)
            : International(digits) is var (code, number) && code == plan.CountryCode ? (code, number) : null;
    }

    // No country code is the beginning of another, so the first that fits is the one.
    private static (int Code, string National)? International(string digits)
    {
        for (var length = 1; length <= 3 && length < digits.Length; length++)
        {
            var code = int.Parse(digits.AsSpan(0, length), CultureInfo.InvariantCulture);
            if (digits[0] != '0' && NumberingPlanTable.ByCountryCode.TryGetValue(code, out var plan))
            {
                var national = plan.NationalNumber(digits[length..], afterCountryCode: true);
                return national is null ? null : Checked(code, national);
            }
        }

        return null;
    }

    private static (int Code, string National)? Checked(int code, string national) =>
        code.ToString(CultureInfo.InvariantCulture).Length + national.Length <= MaxDigits ? (code, national) : null;
}
