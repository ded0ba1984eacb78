using Crm.Analytics.Purchases;

namespace Crm.Analytics.Segmentation;

/// <summary>How customers buy, as features to group them by.</summary>
/// <param name="Customers">The position of the customer of each row; customers without a purchase have none.</param>
/// <param name="Features">Days since the last purchase, orders, revenue, and days from the first purchase to the last day observed.</param>
public sealed record CustomerFeatures(IReadOnlyList<int> Customers, IReadOnlyList<Feature> Features)
{
    /// <summary>Takes the features from summaries.</summary>
    /// <param name="summaries">The customers.</param>
    public static CustomerFeatures From(CustomerSummaries summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var customers = new List<int>(summaries.Count);
        for (var customer = 0; customer < summaries.Count; customer++)
        {
            if (summaries.PurchaseDays[customer] > 0) customers.Add(customer);
        }

        return new CustomerFeatures(customers,
        [
            new("days since", customers.ConvertAll(i => (double)(summaries.AgeDays[i] - summaries.RecencyDays[i])), FeatureScale.LogStandard),
            new("orders", customers.ConvertAll(i => (double)summaries.Orders[i]), FeatureScale.LogStandard),
            new("revenue", customers.ConvertAll(i => (double)FixedPoint.ToDecimal(summaries.Totals[i])), FeatureScale.LogStandard),
            new("days a customer", customers.ConvertAll(i => (double)summaries.AgeDays[i])),
        ]);
    }
}
