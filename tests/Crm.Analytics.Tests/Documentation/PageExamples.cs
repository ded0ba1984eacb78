using Crm.Analytics.Baskets;
using Crm.Analytics.Intervals;
using Crm.Analytics.Profit;
using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;
using Crm.Analytics.Retention;
using Crm.Analytics.Seasonality;
using Crm.Analytics.Segmentation;
using Crm.Analytics.Survival;
using Crm.Analytics.Targeting;
using Crm.Analytics.Uplift;
using NodaTime;

namespace Crm.Analytics.Tests.Documentation;

/// <summary>The examples of docs/analytics, compiled and run.</summary>
internal static class PageExamples
{
    public static object Intervals(PurchaseLog log)
    {
        // <intervals>
        IntervalTable customers = PurchaseIntervals.ByCustomer(log);             // a row per customer of the log
        IntervalTable products = PurchaseIntervals.ByProduct(log);               // a row per product: how soon do its buyers buy it again?
        IntervalTable pairs = PurchaseIntervals.ByCustomerAndProduct(log);       // a row per pair that occurs

        IntervalSummary all = customers.Overall();
        IntervalSummary filters = products[log.Products.Find("filter")];
        double? nineInTen = products.Quantile(log.Products.Find("filter"), 0.9);

        NextPurchases next = NextPurchases.From(pairs, new NextPurchaseOptions { Level = 0.8 });
        var overdue = next.All().Where(purchase => purchase is { IsOverdue: true }).ToList();
        // </intervals>
        return (all, filters, nineInTen, overdue);
    }

    public static object Retention(PurchaseLog log)
    {
        // <retention>
        RetentionTable table = CohortRetention.From(log, new RetentionOptions
        {
            Period = CalendarPeriod.Quarter,
            AsOf = new LocalDate(2026, 6, 30),
        });
        for (var cohort = 0; cohort < table.Periods; cohort++)
        {
            for (var age = 0; age < table.Ages(cohort); age++)
                Console.WriteLine($"{table.StartOf(cohort):d} +{age}: {table.Customers(cohort, age)} customers, {table.Revenue(cohort, age)}");
        }

        double? secondQuarter = table.Retention(1);            // over all cohorts that were observed at age 1
        double? ofTheFirst = table.RevenueRetention(0, 1);
        // </retention>
        return (secondQuarter, ofTheFirst);
    }

    public static object Survival(PurchaseLog log, LocalDate asOf, string[] channels, double[] newsletter, double[] ages)
    {
        // <survival>
        CustomerLifetimes lifetimes = CustomerLifetimes.BySilence(log, silenceDays: 90, asOf);
        KaplanMeier curve = KaplanMeier.Estimate(lifetimes.Sample);
        SurvivalEstimate year = curve.At(365);                       // the probability to stay a year, with its interval
        SurvivalEstimate median = curve.Median;                      // null where the curve stays above a half

        LogRank difference = LogRank.Test(lifetimes.Sample, channels);
        CoxFit fit = CoxRegression.Fit(lifetimes.Sample, [new CoxCovariate("newsletter", newsletter), new CoxCovariate("age", ages)]);
        if (fit.Converged)
        {
            double factor = fit.Coefficients[0].HazardRatio;         // below 1: readers of the newsletter stay longer
            double stays = fit.Survival([1, 40], 365);
        }

        // </survival>
        return (year, median, difference);
    }

    public static object Seasonality(PurchaseLog log)
    {
        // <seasonality>
        PurchaseSeries revenue = PurchaseSeries.From(log, new SeriesOptions { Period = CalendarPeriod.Week });
        Decomposition parts = Stl.Decompose(revenue.Values, period: 4, new StlOptions { Robust = true });
        double strength = parts.SeasonalStrength;                    // 0: no season, 1: nothing but season

        HoltWinters fit = HoltWinters.Fit(revenue.Values, period: 4);
        foreach (var (value, lower, upper) in fit.Forecast(steps: 8))
            Console.WriteLine($"{value:F0} ({lower:F0} to {upper:F0})");

        var seasonal = PurchaseSeries.ByProduct(log, new SeriesOptions { Period = CalendarPeriod.Week, Measure = SeriesMeasure.Quantity })
            .OrderByDescending(product => Stl.Decompose(product.Values, 4).SeasonalStrength)
            .Take(10).ToList();
        // </seasonality>
        return (strength, seasonal);
    }

    public static object Baskets(PurchaseLog log)
    {
        // <baskets>
        BasketTable baskets = BasketTable.From(log, new BasketOptions { Unit = BasketUnit.Order });
        ItemsetTable sets = FrequentItemsets.Find(baskets, new ItemsetOptions { MinimumCount = baskets.CountOfShare(0.01m) });
        RuleTable rules = AssociationRules.From(sets, new RuleOptions { MinimumConfidence = 0.3 });
        foreach (AssociationRule rule in rules.Where(rule => rule.IsSignificant && !rule.IsRedundant).Take(20))
        {
            var left = string.Join(", ", rule.Antecedent.Select(item => rules.Items[item]));
            Console.WriteLine($"{left} => {rules.Items[rule.Consequent]}: {rule.Count} baskets, confidence {rule.Confidence:P0}, lift {rule.Lift:F1}");
        }

        ItemsetTable pairs = FrequentItemsets.Top(baskets, 50, new ItemsetOptions { MinimumCount = 2, MinimumSize = 2, MaximumSize = 2 });
        SequenceTable later = SequentialPatterns.Find(log, new SequenceOptions { MinimumCustomers = 2, MaximumGapDays = 180 });
        double? usualGap = later.FirstOrDefault()?.MedianGapDays;      // days from the one to the other
        // </baskets>
        return (rules, pairs, later, usualGap);
    }

    public static object NextProduct(PurchaseLog log)
    {
        // <next-product>
        OwnedProducts owned = OwnedProducts.From(log);
        Ease model = Ease.Fit(owned, new EaseOptions { Lambda = 50 });           // or ItemKnn.Fit(owned), ProductPopularity.Fit(owned)

        NextProductTable table = NextProducts.From(owned, model, new NextProductOptions { Count = 5 });
        foreach (NextProduct next in table[log.Customers.Find(3)])               // best first, new to the customer
            Console.WriteLine($"{next.Product}, because of {string.Join(", ", next.Because.Select(reason => reason.Product))}");

        IReadOnlyList<NextProduct> guest = NextProducts.For(["filter"], model);  // somebody new: no refit

        LeaveLastOut test = LeaveLastOut.From(log);
        RecommendationQuality quality = test.Evaluate(ItemKnn.Fit(test.Training));
        // </next-product>
        return (guest, quality);
    }

    public static object Uplift(PurchaseLog log, IReadOnlyList<PurchaseKey> customers, LocalDate start)
    {
        // <uplift>
        SampleSize size = SampleSize.ForProportions(controlRate: 0.10, difference: 0.02);          // 3,841 in each group
        var control = new ControlGroup("teach about filters, spring", share: 0.5);
        List<UpliftMember> members = [.. control.Assign(customers)];                               // tell those who are treated

        UpliftSample sample = UpliftSample.From(log, members, start, new UpliftSampleOptions { Product = "filter" });
        ProportionUplift buyers = ProportionUplift.Of(sample);
        Console.WriteLine($"{buyers.Difference:P1} more bought it, from {buyers.Lower:P1} to {buyers.Upper:P1}");

        MeanUplift spend = MeanUplift.Adjusted(sample);                                            // what the past does not foresee
        bool works = spend.Lower > 0;
        // </uplift>
        return (size, works);
    }

    public static object Profit(PurchaseLog log, IReadOnlyList<ServiceUse> services, IReadOnlyList<DiscountGiven> discounts)
    {
        // <profit>
        var tariff = new ServiceTariff(new Dictionary<string, decimal> { ["case minute"] = 0.85m, ["visit"] = 60m, ["mailing"] = 0.03m });
        ProfitTable table = CustomerProfit.From(log, services, discounts, new ProfitOptions { Tariff = tariff, Overhead = 12_000m });

        decimal profit = table.Total.Profit;                                  // the sum of all customers, to the last 1/10,000
        ProfitSplit split = table.Split();
        Console.WriteLine($"{split.Unprofitable.Customers} customers cost {-split.Unprofitable.Total.Profit:N2}, most of all by {split.Unprofitable.Drivers[0].Component}");

        double? peak = table.Concentration.PeakShare;                         // 1.25: without the losses, a quarter more would be left
        AbcClass[] classes = ConcentrationCurve.Of(table.NetSales).Abc();
        // </profit>
        return (profit, peak, classes);
    }

    public static object Clusters(PurchaseLog log)
    {
        // <clusters>
        CustomerSummaries summaries = CustomerSummaries.From(log);
        CustomerFeatures buying = CustomerFeatures.From(summaries);               // or features of your own
        KMeansFit fit = KMeans.FitBest(buying.Features, fewest: 2, most: 4);      // KMeans.Fit for a number of your own

        foreach (ClusterProfile profile in fit.Profiles)                          // the largest first
            Console.WriteLine($"{profile.Size} customers: {profile.Words}");
        int cluster = fit.Clusters[0];                                            // of summaries.Customers[buying.Customers[0]]
        // </clusters>
        return (fit.Silhouette, cluster);
    }

    public static object Target(PurchaseLog log, IReadOnlyList<string?> countries, IReadOnlyList<decimal?> ages)
    {
        // <target-market>
        ProfitTable profit = CustomerProfit.From(log);
        bool[] profitable = [.. profit.Profits.ToArray().Select(amount => amount > 0)];
        TargetMarketTable markets = TargetMarket.Find(
            [MarketAttribute.OfChoices("country", countries), MarketAttribute.OfNumbers("age", ages)], profitable, new TargetMarketOptions { MinimumCustomers = 5 });
        foreach (TargetGroup group in markets.Where(group => group.IsSignificant))
            Console.WriteLine($"{group.Criterion.ToJson()}: {group.Share:P0} of {group.Customers}, lift {group.Lift:F1}");

        OwnedProducts owned = OwnedProducts.From(log);
        IReadOnlyList<ProspectiveBuyer> audience = ProductAudience.For(owned, ItemKnn.Fit(owned), "filter", count: 500);
        // </target-market>
        return (markets, audience);
    }
}
