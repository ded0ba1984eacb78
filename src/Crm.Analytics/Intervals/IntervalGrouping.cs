namespace Crm.Analytics.Intervals;

/// <summary>Whose intervals a row of an <see cref="IntervalTable"/> holds.</summary>
public enum IntervalGrouping
{
    /// <summary>A customer's, between purchase days of anything; rows are aligned with the log's customers.</summary>
    Customer,

    /// <summary>
    /// A product's: the days from one purchase of the product to the next by the same customer, over all customers; rows are
    /// aligned with the log's products.
    /// </summary>
    Product,

    /// <summary>A customer's with one product; a row for each pair that occurs, ordered by customer, then product.</summary>
    CustomerProduct,
}
