using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Tests.Documentation;

/// <summary>The examples of the models' pages in docs/analytics, compiled and run.</summary>
internal static class ModelExamples
{
    public static object BetaGeometric(CustomerSummaries summaries)
    {
        // <bg-nbd>
        var table = RecencyFrequencyTable.From(summaries, TimeUnit.Week);
        ModelFit<BetaGeometricNbd> fit = BetaGeometricNbd.Fit(table);
        if (!fit.Converged) foreach (var warning in fit.Warnings) Console.WriteLine(warning.Message);

        double[] alive = fit.Model.ProbabilityAlive(table);          // per customer, aligned with the summaries
        double[] next = fit.Model.ExpectedPurchases(table, 26);      // purchases in the next 26 weeks
        double one = fit.Model.ExpectedPurchases(new RecencyFrequency(2, 30.43, 38.86), 39);
        double newcomer = fit.Model.ExpectedPurchases(52);
        double none = fit.Model.ProbabilityOfPurchases(0, 39);
        PopulationCurve curve = fit.Model.PopulationPurchases(summaries, TimeUnit.Week, [13, 26, 39, 52]);
        // </bg-nbd>
        return (alive, next, one, newcomer, none, curve);
    }

    public static object BetaGeometricWithCovariates(CustomerSummaries summaries, double[] fromShop, double[] kilometres)
    {
        // <bg-nbd-covariates>
        var table = RecencyFrequencyTable.From(summaries, TimeUnit.Week);
        ModelFit<BetaGeometricNbdWithCovariates> fit =
            BetaGeometricNbdWithCovariates.Fit(table, [new CustomerCovariate("shop", fromShop), new CustomerCovariate("distance", kilometres)]);

        double faster = Math.Exp(fit.Model.Buying[0]);                   // customers of the shop buy so many times as fast
        BetaGeometricNbd ofShop = fit.Model.For([1, 12.5]);              // everything BG/NBD predicts, for these customers
        double[] alive = fit.Model.ProbabilityAlive(table, [new CustomerCovariate("shop", fromShop), new CustomerCovariate("distance", kilometres)]);
        // </bg-nbd-covariates>
        return (faster, ofShop, alive);
    }

    public static double ModifiedBetaGeometric(CustomerSummaries summaries)
    {
        // <mbg-nbd>
        var fit = ModifiedBetaGeometricNbd.Fit(RecencyFrequencyTable.From(summaries));
        double once = fit.Model.ProbabilityAlive(new RecencyFrequency(0, 0, 30));  // below one
        // </mbg-nbd>
        return once;
    }

    public static object Pareto(CustomerSummaries summaries)
    {
        // <pareto-nbd>
        var table = RecencyFrequencyTable.From(summaries, TimeUnit.Week);
        ModelFit<ParetoNbd> fit = ParetoNbd.Fit(table);

        double[] alive = fit.Model.ProbabilityAlive(table);                       // aligned with the summaries
        double[] next = fit.Model.ExpectedPurchases(table, 26);                   // purchases in the next 26 weeks
        var customer = new RecencyFrequency(26, 30.86, 31);
        double five = fit.Model.ProbabilityOfPurchases(customer, 5, 4);           // exactly five in four weeks
        double dert = fit.Model.DiscountedPurchases(customer, 0.0027, double.PositiveInfinity);
        // </pareto-nbd>
        return (alive, next, five, dert);
    }

    public static PurchaseForecast?[] Regular(PurchaseLog log, CustomerSummaries summaries)
    {
        // <mbg-cnbd-k>
        ModelFit<ModifiedBetaGeometricCnbd> fit = ModifiedBetaGeometricCnbd.FitRegularity(log, summaries, TimeUnit.Week);
        int k = fit.Model.Regularity;
        PurchaseForecast?[] dates = PurchaseForecasts.From(summaries, fit.Model, fit.Unit);
        // </mbg-cnbd-k>
        return k > 0 ? dates : [];
    }

    public static object BetaBinomial()
    {
        // <bg-bb>
        // x purchases at n opportunities after the first purchase, the last at opportunity t_x; weights count customers.
        RecencyFrequencyTable table = RecencyFrequencyTable.From([new(0, 0, 6), new(2, 4, 6), new(6, 6, 6)], [3464, 240, 1203]);
        var model = new BetaGeometricBetaBinomial(1.204, 0.750, 0.657, 2.783);   // or Fit(table).Model

        double[] alive = model.ProbabilityAlive(table);                          // at the next opportunity
        double gifts = model.ExpectedPurchases(new RecencyFrequency(4, 5, 6), 10);
        double dert = model.DiscountedPurchases(new RecencyFrequency(4, 5, 6), 0.1);
        // </bg-bb>
        return (alive, gifts, dert);
    }

    public static object Contracts()
    {
        // <sbg>
        var fit = ShiftedBetaGeometric.Fit(ContractTable.FromSurvivors([1000, 869, 743, 653, 593, 551, 517, 491]));

        double twelve = fit.Model.Survival(12);                  // .378 still there after twelve renewals
        double loyal = fit.Model.RetentionRate(5);               // of those with five renewals
        double left = fit.Model.DiscountedRenewals(5, 0.1);      // renewals still to come, discounted at 10 % a period
        // </sbg>
        return (twelve, loyal, left);
    }

    public static object Spend(CustomerSummaries summaries)
    {
        // <gamma-gamma>
        SpendTable spends = SpendTable.From(summaries);
        ModelFit<GammaGamma> spend = GammaGamma.Fit(spends);

        double[] expected = spend.Model.ExpectedSpend(summaries);               // per purchase, aligned with the customers
        double mean = spend.Model.MeanSpend;                                     // of a customer without a repeat
        double correlation = spends.FrequencyCorrelation;                        // should be near zero
        // </gamma-gamma>
        return (expected, mean, correlation);
    }

    public static object Value(CustomerSummaries summaries)
    {
        // <lifetime-value>
        var purchases = ParetoNbd.Fit(RecencyFrequencyTable.From(summaries));
        var spend = GammaGamma.Fit(SpendTable.From(summaries));
        LifetimeValueTable value = LifetimeValue.Predict(
            summaries, purchases, spend, new LifetimeValueOptions { Margin = 0.3, AnnualDiscountRate = 0.12, HorizonDays = 3 * 365 });

        double first = value.Predicted[0];                       // aligned with summaries.Customers
        var interval = value.TotalInterval;                      // of the sum over all customers
        // </lifetime-value>
        return (first, interval);
    }

    public static object Forecasts(CustomerSummaries summaries, ModelFit<ParetoNbd> fit)
    {
        // <purchase-forecasts>
        PurchaseForecast?[] forecasts = PurchaseForecasts.From(
            summaries, fit.Model, fit.Unit, new PurchaseForecastOptions { HorizonDays = 180, Confidence = 0.8 });
        double month = fit.Model.ProbabilityWithin(new RecencyFrequency(5, 28, 31), 30 / 7.0);
        // </purchase-forecasts>
        return (forecasts, month);
    }

    public static object Backtesting(PurchaseLog log)
    {
        // <backtest>
        BacktestReport<ParetoNbd> report = Backtest.Run<ParetoNbd>(log, new LocalDate(1997, 9, 30));

        Console.WriteLine($"{report.ActualPurchases} purchases, {report.ExpectedPurchases:0} expected");
        foreach (var row in report.ByFrequency) Console.WriteLine($"{row.Frequency}: {row.Actual:0.00} / {row.Expected:0.00}");
        // </backtest>
        return report;
    }
}
