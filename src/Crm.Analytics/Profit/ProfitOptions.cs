namespace Crm.Analytics.Profit;

/// <summary>How profit is computed.</summary>
public sealed record ProfitOptions
{
    /// <summary>What activities cost.</summary>
    /// <value>Default <see cref="ServiceTariff.None"/>.</value>
    public ServiceTariff Tariff { get; init; } = ServiceTariff.None;

    /// <summary>Whether the amounts of the log are what is left after discounts, as those of orders are.</summary>
    /// <value>Default true; false when they are list prices that discounts still come off.</value>
    public bool AmountsAreAfterDiscounts { get; init; } = true;

    /// <summary>Costs that no customer causes, to be shared among all.</summary>
    /// <value>Default 0; not negative, at most four decimals.</value>
    public decimal Overhead { get; init; }

    /// <summary>By what they are shared.</summary>
    /// <value>Default <see cref="OverheadBasis.Sales"/>.</value>
    public OverheadBasis OverheadBasis { get; init; } = OverheadBasis.Sales;

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Tariff);
        if (Overhead < 0) throw new ArgumentOutOfRangeException("options", Overhead, "Overhead is not negative.");
        if (!Enum.IsDefined(OverheadBasis)) throw new ArgumentOutOfRangeException("options", OverheadBasis, "Not a defined basis.");
    }
}
