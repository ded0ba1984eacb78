using Crm.Analytics.Grouping;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Profit;

/// <summary>Cost to serve and discounts by customer.</summary>
internal sealed class CustomerCharges
{
    private CustomerCharges(PurchaseKeys customers) =>
        (Customers, CostToServe, Discounts) = (customers, new long[customers.Count], new long[customers.Count]);

    public PurchaseKeys Customers { get; }

    public long[] CostToServe { get; }

    public long[] Discounts { get; }

    public IReadOnlyList<ActivityCost> Activities { get; private init; } = [];

    public int RowsWithoutCustomer { get; private init; }

    public static CustomerCharges Collect(IEnumerable<ServiceUse> services, IEnumerable<DiscountGiven> discounts, ServiceTariff tariff)
    {
        var (keys, serviceCosts, given, nameless) = (new KeyColumnBuilder("Customer"), new List<long>(), new List<long>(), 0);
        var activities = new SortedDictionary<string, (decimal Quantity, decimal Cost)>(StringComparer.Ordinal);
        foreach (var use in services)
        {
            var cost = tariff.CostOf(use);
            if (!Add(use.Customer, FixedPoint.FromDecimal(cost, nameof(services)), 0)) continue;
            var (quantity, sum) = activities.GetValueOrDefault(use.Activity);
            activities[use.Activity] = (quantity + use.Quantity, sum + cost);
        }

        foreach (var discount in discounts) Add(discount.Customer, 0, FixedPoint.FromDecimal(discount.Amount, nameof(discounts)));

        var (customers, positions) = KeyEncoder.Encode(keys.ToColumn(), 1, new RowScratch());
        var charges = new CustomerCharges(customers)
        {
            Activities = [.. activities.Select(a => new ActivityCost(a.Key, a.Value.Quantity, a.Value.Cost))],
            RowsWithoutCustomer = nameless,
        };
        for (var row = 0; row < positions.Length; row++)
        {
            charges.CostToServe[positions[row]] = checked(charges.CostToServe[positions[row]] + serviceCosts[row]);
            charges.Discounts[positions[row]] = checked(charges.Discounts[positions[row]] + given[row]);
        }

        return charges;

        bool Add(PurchaseKey customer, long service, long discount)
        {
            if (customer.Kind == PurchaseKeyKind.None)
            {
                nameless++;
                return false;
            }

            keys.Check(customer);
            keys.Add(customer);
            serviceCosts.Add(service);
            given.Add(discount);
            return true;
        }
    }
}
