namespace Crm.Persistence.EfCore.Sales;

/// <summary>
/// Sums as both databases can give them without loss: whole units and ten-thousandths of amounts; ten-thousandths of weighted amounts and
/// ten-thousandths of those.
/// </summary>
internal sealed class ForecastSumRow
{
    public int? Month { get; set; }

    public string? Currency { get; set; }

    public string? OwnerId { get; set; }

    public string State { get; set; } = "";

    public string Category { get; set; } = "";

    public long Deals { get; set; }

    public long Units { get; set; }

    public long Rest { get; set; }

    public long WeightedUnits { get; set; }

    public long WeightedRest { get; set; }

    public decimal Amount => Units + (Rest / 10_000m);

    public decimal Weighted => (WeightedUnits / 10_000m) + (WeightedRest / 100_000_000m);
}
