namespace Crm.Analytics.Purchases;

/// <summary>Purchase rows as columns, the fastest way to build a log from data that is columnar already.</summary>
/// <remarks>All columns that are given have the same length. The memory is read while a log is built and not kept.</remarks>
public sealed class PurchaseColumns
{
    /// <summary>Who bought. Rows without a customer are left out and counted.</summary>
    public required PurchaseKeyColumn Customers { get; init; }

    /// <summary>The days, as <see cref="DayNumber"/> counts them.</summary>
    public required ReadOnlyMemory<int> Days { get; init; }

    /// <summary>The amounts in counts of 1/10,000; negative for returns.</summary>
    public required ReadOnlyMemory<long> Amounts { get; init; }

    /// <summary>The quantities in counts of 1/10,000; empty means 1 everywhere.</summary>
    public ReadOnlyMemory<long> Quantities { get; init; }

    /// <summary>What was bought; null when the source has no products.</summary>
    public PurchaseKeyColumn? Products { get; init; }

    /// <summary>The orders; null when the source has none.</summary>
    public PurchaseKeyColumn? Orders { get; init; }

    /// <summary>The costs in counts of 1/10,000; empty means unknown, which counts as zero.</summary>
    public ReadOnlyMemory<long> Costs { get; init; }

    internal void Check()
    {
        var rows = Customers.Count;
        Check(Days.Length, nameof(Days), rows);
        Check(Amounts.Length, nameof(Amounts), rows);
        if (!Quantities.IsEmpty) Check(Quantities.Length, nameof(Quantities), rows);
        if (!Costs.IsEmpty) Check(Costs.Length, nameof(Costs), rows);
        if (Products is not null) Check(Products.Count, nameof(Products), rows);
        if (Orders is not null) Check(Orders.Count, nameof(Orders), rows);
    }

    private static void Check(int length, string name, int rows)
    {
        if (length != rows) throw new ArgumentException($"{name} has {length} rows, the customers have {rows}.", name);
    }
}
