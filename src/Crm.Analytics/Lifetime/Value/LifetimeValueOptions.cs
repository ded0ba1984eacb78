namespace Crm.Analytics.Lifetime;

/// <summary>How future purchases become a value.</summary>
public sealed record LifetimeValueOptions
{
    /// <summary>The share of revenue that remains after the cost of goods and of serving the customer, above zero.</summary>
    /// <value>Default 1: the value is revenue.</value>
    public double Margin { get; init; } = 1;

    /// <summary>The discount rate per year, compounded: with 0.10 what comes in a year is worth 1/1.10. Time is continuous, a year has 365.25 days.</summary>
    /// <value>Default 0.10.</value>
    public double AnnualDiscountRate { get; init; } = 0.10;

    /// <summary>How many days to look ahead.</summary>
    /// <value>Default null: all the future, which needs a discount rate above zero.</value>
    public double? HorizonDays { get; init; }

    /// <summary>The probability that the interval holds the expected value, as far as the estimates of the parameters are uncertain.</summary>
    /// <value>Default 0.9.</value>
    public double Confidence { get; init; } = 0.9;

    internal void Check()
    {
        if (!double.IsFinite(Margin) || Margin <= 0) throw Wrong(nameof(Margin), Margin);
        if (!double.IsFinite(AnnualDiscountRate) || AnnualDiscountRate < 0) throw Wrong(nameof(AnnualDiscountRate), AnnualDiscountRate);
        if (HorizonDays is { } days && !(double.IsFinite(days) && days >= 0)) throw Wrong(nameof(HorizonDays), days);
        if (HorizonDays is null && AnnualDiscountRate == 0) throw Wrong(nameof(AnnualDiscountRate), AnnualDiscountRate);
        if (!(Confidence > 0 && Confidence < 1)) throw Wrong(nameof(Confidence), Confidence);

        static ArgumentOutOfRangeException Wrong(string option, object value) =>
            new("options", value, $"{option} is out of range.");
    }
}
