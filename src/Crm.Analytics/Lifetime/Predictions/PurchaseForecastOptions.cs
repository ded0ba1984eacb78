namespace Crm.Analytics.Lifetime;

/// <summary>How the next purchase is forecast.</summary>
public sealed record PurchaseForecastOptions
{
    /// <summary>How many days to look ahead, at least one.</summary>
    /// <value>Default 365.</value>
    public int HorizonDays { get; init; } = 365;

    /// <summary>The probability that the purchase, if one comes within the horizon, lies between the earliest and the latest day.</summary>
    /// <value>Default 0.8.</value>
    public double Confidence { get; init; } = 0.8;

    internal void Check()
    {
        if (HorizonDays is < 1 or > 100_000) throw Wrong(nameof(HorizonDays), HorizonDays);
        if (!(Confidence > 0 && Confidence < 1)) throw Wrong(nameof(Confidence), Confidence);

        static ArgumentOutOfRangeException Wrong(string option, object value) =>
            new("options", value, $"{option} is out of range.");
    }
}
