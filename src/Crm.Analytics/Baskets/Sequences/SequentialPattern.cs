namespace Crm.Analytics.Baskets;

/// <summary>What is bought after what, and how long after.</summary>
public sealed record SequentialPattern
{
    /// <summary>The products in the order of buying: positions in <see cref="SequenceTable.Products"/>. Each was bought on a later day than the one before.</summary>
    public required IReadOnlyList<int> Products { get; init; }

    /// <summary>How many customers bought in this order.</summary>
    public required int Customers { get; init; }

    /// <summary>The share of all customers with a purchase.</summary>
    public required double Support { get; init; }

    /// <summary>The share of the customers with all products but the last, in their order, who bought the last one later; null for one product.</summary>
    public required double? Confidence { get; init; }

    /// <summary>Confidence by the share of customers who bought the last product at all; null for one product.</summary>
    public required double? Lift { get; init; }

    /// <summary>
    /// The usual gap: the median over customers of the days from the last time the products before were complete to the first time the last
    /// one followed; null for one product.
    /// </summary>
    public required double? MedianGapDays { get; init; }

    /// <summary>A quarter of the customers took at most so long; null for one product.</summary>
    public required double? LowerQuartileGapDays { get; init; }

    /// <summary>Three quarters of the customers took at most so long; null for one product.</summary>
    public required double? UpperQuartileGapDays { get; init; }
}
