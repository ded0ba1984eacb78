using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>Compares predictions with the holdout, customer by customer.</summary>
internal static class HoldoutComparison
{
    public static BacktestReport<TModel> Report<TModel>(
        ModelFit<TModel> fit, PurchaseSplit split, CustomerSummaries before, CustomerSummaries after,
        HoldoutPrediction[] predictions, BacktestOptions options)
    {
        var customers = Enumerable.Range(0, before.Count).Where(i => before.PurchaseDays[i] > 0).ToArray();
        var (actual, expected, buyers, expectedBuyers) = (0L, 0.0, 0, 0.0);
        var (absolute, naive, squared, covered, inside) = (0.0, 0.0, 0.0, 0, 0.0);
        foreach (var i in customers)
        {
            var (prediction, bought) = (predictions[i], after.PurchaseDays[i]);
            var difference = bought - prediction.Expected;
            actual += bought;
            expected += prediction.Expected;
            if (bought > 0) buyers++;
            expectedBuyers += prediction.Any;
            absolute += Math.Abs(difference);
            squared += difference * difference;
            naive += Math.Abs(bought - (before.Frequencies[i] * (double)split.HoldoutDays / Math.Max(1, before.AgeDays[i])));
            if (bought >= prediction.Lowest && bought <= prediction.Highest) covered++;
            inside += prediction.Inside;
        }

        double count = customers.Length;
        return new BacktestReport<TModel>
        {
            Fit = fit,
            CalibrationEnd = split.CalibrationEnd,
            HoldoutDays = split.HoldoutDays,
            Customers = customers.Length,
            CustomersLeftOut = split.LateCustomers + before.Count - customers.Length,
            ActualPurchases = actual,
            ExpectedPurchases = expected,
            ActualBuyers = buyers,
            ExpectedBuyers = expectedBuyers,
            MeanAbsoluteError = absolute / count,
            NaiveMeanAbsoluteError = naive / count,
            RootMeanSquaredError = Math.Sqrt(squared / count),
            Coverage = covered / count,
            ExpectedCoverage = inside / count,
            ByFrequency = ByFrequency(customers, before, after, predictions, options.LastFrequency),
            ByProbability = ByProbability(customers, after, predictions, options.Groups),
        };
    }

    private static FrequencyCalibration[] ByFrequency(
        int[] customers, CustomerSummaries before, CustomerSummaries after, HoldoutPrediction[] predictions, int last) =>
    [
        .. customers.GroupBy(i => Math.Min(before.Frequencies[i], last)).OrderBy(group => group.Key).Select(group => new FrequencyCalibration(
            group.Key, group.Count(), group.Average(i => after.PurchaseDays[i]), group.Average(i => predictions[i].Expected))),
    ];

    private static List<ProbabilityCalibration> ByProbability(
        int[] customers, CustomerSummaries after, HoldoutPrediction[] predictions, int groups)
    {
        var ordered = customers.OrderBy(i => predictions[i].Any).ToArray();
        var rows = new List<ProbabilityCalibration>();
        for (int group = 1, start = 0; start < ordered.Length; group++)
        {
            var end = Math.Max(start + 1, (int)((long)ordered.Length * group / groups));
            // A cut through customers whom nothing tells apart would depend on their keys.
            while (end < ordered.Length && predictions[ordered[end]].Any == predictions[ordered[end - 1]].Any) end++;
            var members = ordered[start..end];
            rows.Add(new(members.Length, members.Average(i => predictions[i].Any), members.Average(i => after.PurchaseDays[i] > 0 ? 1.0 : 0)));
            start = end;
        }

        return rows;
    }
}
