using System.Globalization;
using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>
/// An exact amount of one currency: at most four decimals and at most 922,337,203,685,477.5807 either way, which is a
/// 64-bit count of 1/10,000. Equal when currency and amount are (12.5 equals 12.50); ordered within one currency only.
/// There is no default value: no money is null, nothing owed is <see cref="Zero"/>.
/// </summary>
public sealed partial record Money : IComparable<Money>, IFormattable, IParsable<Money>
{
    /// <summary>The most decimals an amount has.</summary>
    public const int MaxDecimals = 4;

    /// <summary>The largest amount; its negative is the smallest.</summary>
    public const decimal MaxAmount = 922_337_203_685_477.5807m;

    private const decimal UnitsPerOne = 10_000;

    /// <summary>Makes an amount.</summary>
    /// <param name="amount">
    /// At most four decimals, not counting trailing zeros; <see cref="Round(decimal, Currency, MidpointRounding)"/> takes others.
    /// </param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="amount"/> has more decimals or is beyond <see cref="MaxAmount"/>.
    /// </exception>
    public Money(decimal amount, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (amount is > MaxAmount or < -MaxAmount || decimal.Round(amount, MaxDecimals) != amount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(amount), amount, "An amount has at most four decimals and fits a 64-bit count of 1/10,000.");
        }

        Amount = amount;
        Currency = currency;
    }

    /// <summary>The number, in whole units of the currency.</summary>
    public decimal Amount { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>The amount as a count of 1/10,000: 125,000 for 12.50.</summary>
    [JsonIgnore]
    public long Units => (long)(Amount * UnitsPerOne);

    /// <summary>Whether the amount is zero.</summary>
    [JsonIgnore]
    public bool IsZero => Amount == 0;

    /// <summary>Whether the amount is below zero.</summary>
    [JsonIgnore]
    public bool IsNegative => Amount < 0;

    /// <summary>Nothing, in a currency.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>The amount zero.</returns>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Makes an amount from a count of 1/10,000.</summary>
    /// <param name="units">125,000 for 12.50; not <see cref="long.MinValue"/>.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is <see cref="long.MinValue"/>.</exception>
    public static Money FromUnits(long units, Currency currency) => new(units / UnitsPerOne, currency);

    /// <summary>Makes an amount rounded to the currency's minor unit; to four decimals where it has none.</summary>
    /// <param name="amount">Any number within range.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="rounding">How a half is rounded; to the even neighbour unless said otherwise.</param>
    /// <returns>The rounded amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rounded amount is beyond <see cref="MaxAmount"/>.</exception>
    public static Money Round(decimal amount, Currency currency, MidpointRounding rounding = MidpointRounding.ToEven)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return new(decimal.Round(amount, currency.MinorUnits ?? MaxDecimals, rounding), currency);
    }

    /// <summary>This amount rounded to the currency's minor unit; unchanged where it has none.</summary>
    /// <param name="rounding">How a half is rounded; to the even neighbour unless said otherwise.</param>
    /// <returns>The rounded amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rounded amount is beyond <see cref="MaxAmount"/>.</exception>
    public Money Round(MidpointRounding rounding = MidpointRounding.ToEven) => Round(Amount, Currency, rounding);

    /// <summary>The distance from zero.</summary>
    /// <returns>An amount that is not negative.</returns>
    public Money Abs() => IsNegative ? -this : this;

    /// <summary>Orders amounts of one currency; null comes first.</summary>
    /// <param name="other">The other amount.</param>
    /// <returns>Less than zero, zero, or more than zero.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money? other) => other is null ? 1 : Compare(this, other);

    private static int Compare(Money left, Money right)
    {
        _ = SameCurrency(left, right);
        return left.Amount.CompareTo(right.Amount);
    }

    private static Currency SameCurrency(Money left, Money right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Currency == right.Currency
            ? left.Currency
            : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be reckoned together; convert one first.");
    }
}
