using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>The models that <c>--model</c> names.</summary>
internal static class LifetimeModels
{
    private const double DaysPerYear = 365.25;

    public static readonly IReadOnlyDictionary<string, Func<SummarisedCustomers, FittedModel>> All =
        new Dictionary<string, Func<SummarisedCustomers, FittedModel>>(StringComparer.OrdinalIgnoreCase)
        {
            ["bgnbd"] = customers => Continuous("bgnbd", BetaGeometricNbd.Fit(customers.Table), customers.Table),
            ["mbgnbd"] = customers => Continuous("mbgnbd", ModifiedBetaGeometricNbd.Fit(customers.Table), customers.Table),
            ["paretonbd"] = customers => Continuous("paretonbd", ParetoNbd.Fit(customers.Table), customers.Table),
            ["bgbb"] = BetaGeometricBetaBinomial,
            ["sbg"] = ShiftedBetaGeometric,
        };

    /// <summary>Whether a model counts opportunities or renewals, which a summary file has and purchases have not.</summary>
    public static bool CountsPeriods(string name) => name is "bgbb" or "sbg";

    private static FittedModel Continuous<TModel>(string name, ModelFit<TModel> fit, RecencyFrequencyTable table)
        where TModel : class, IPurchaseModel =>
        FittedModel.Of(
            fit, name, fit.Model.ProbabilityAlive(table), horizon => fit.Model.ExpectedPurchases(table, horizon),
            (yearly, horizon) => fit.Model.DiscountedPurchases(table, Math.Log(1 + yearly) * table.Unit.Days() / DaysPerYear, horizon), Any(fit));

    private static FittedModel BetaGeometricBetaBinomial(SummarisedCustomers customers)
    {
        var table = customers.Table;
        var fit = Checked(() => Crm.Analytics.Lifetime.BetaGeometricBetaBinomial.Fit(table));
        return FittedModel.Of(
            fit, "bgbb", fit.Model.ProbabilityAlive(table), horizon => fit.Model.ExpectedPurchases(table, Whole(horizon)),
            (rate, horizon) => table.Map(history => Discounted(Whole(horizon), rate, n => fit.Model.ExpectedPurchases(history, n))));
    }

    // A contract is running while it was renewed at every period seen.
    private static FittedModel ShiftedBetaGeometric(SummarisedCustomers customers)
    {
        var table = customers.Table;
        var contracts = table.Map(h => new ContractHistory((int)h.Recency, h.Recency < h.Age), default);
        var fit = Checked(() => Crm.Analytics.Lifetime.ShiftedBetaGeometric.Fit(ContractTable.From(contracts, customers.Weights?.ToArray())));
        return FittedModel.Of(
            fit, "sbg", table.Map(h => Runs(h) ? 1 : 0), horizon => Renewals(0, horizon), Renewals);

        double[] Renewals(double rate, double horizon) =>
            table.Map(h => Runs(h) ? fit.Model.DiscountedRenewals((int)h.Recency, rate, Whole(horizon)) : 0);

        static bool Runs(RecencyFrequency history) => history.Recency == history.Age;
    }

    private static double Discounted(int horizon, double rate, Func<int, double> expected)
    {
        var (sum, before) = (0d, 0d);
        for (var n = 1; n <= horizon; n++)
        {
            var by = expected(n);
            sum += (by - before) / Math.Pow(1 + rate, n);
            before = by;
        }

        return sum;
    }

    private static int Whole(double horizon) => horizon == Math.Floor(horizon) && horizon <= 10_000
        ? (int)horizon
        : throw CommandFailure.Usage($"--horizon {horizon}: this model counts whole periods, at most 10000.");

    // What the histories of a file cannot be in a model that counts is said by the model.
    private static T Checked<T>(Func<T> fit)
    {
        try
        {
            return fit();
        }
        catch (ArgumentException impossible) when (impossible is not ArgumentOutOfRangeException)
        {
            throw CommandFailure.Refused("HistoryImpossible", impossible.Message);
        }
    }

    private static ModelFit<IPurchaseModel> Any<TModel>(ModelFit<TModel> fit)
        where TModel : IPurchaseModel => new()
    {
        Model = fit.Model,
        ModelName = fit.ModelName,
        Parameters = fit.Parameters,
        Covariance = fit.Covariance,
        LogLikelihood = fit.LogLikelihood,
        GradientNorm = fit.GradientNorm,
        Converged = fit.Converged,
        Iterations = fit.Iterations,
        Warnings = fit.Warnings,
        Notes = fit.Notes,
        Customers = fit.Customers,
        DistinctHistories = fit.DistinctHistories,
        Unit = fit.Unit,
        Window = fit.Window,
    };
}
