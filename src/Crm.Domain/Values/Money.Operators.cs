namespace Crm.Domain.Values;

/// <content>Arithmetic and comparison.</content>
public sealed partial record Money
{
    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum is beyond <see cref="MaxAmount"/>.</exception>
    public static Money operator +(Money left, Money right) => Checked(SameCurrency(left, right), left.Amount + right.Amount);

    /// <summary>Subtracts an amount of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The difference is beyond <see cref="MaxAmount"/>.</exception>
    public static Money operator -(Money left, Money right) => Checked(SameCurrency(left, right), left.Amount - right.Amount);

    /// <summary>Turns the sign.</summary>
    public static Money operator -(Money value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(-value.Amount, value.Currency);
    }

    /// <summary>Multiplies, rounding half to even at the fourth decimal.</summary>
    /// <exception cref="OverflowException">The product is beyond <see cref="MaxAmount"/>.</exception>
    public static Money operator *(Money value, decimal factor)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Checked(value.Currency, decimal.Round(value.Amount * factor, MaxDecimals));
    }

    /// <summary>Multiplies, rounding half to even at the fourth decimal.</summary>
    /// <exception cref="OverflowException">The product is beyond <see cref="MaxAmount"/>.</exception>
    public static Money operator *(decimal factor, Money value) => value * factor;

    /// <summary>Whether <paramref name="left"/> is the smaller amount.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => Compare(left, right) < 0;

    /// <summary>Whether <paramref name="left"/> is the greater amount.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => Compare(left, right) > 0;

    /// <summary>Whether <paramref name="left"/> is not the greater amount.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => Compare(left, right) <= 0;

    /// <summary>Whether <paramref name="left"/> is not the smaller amount.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => Compare(left, right) >= 0;

    private static Money Checked(Currency currency, decimal amount) =>
        amount is > MaxAmount or < -MaxAmount
            ? throw new OverflowException("The amount does not fit a 64-bit count of 1/10,000.")
            : new(amount, currency);
}
