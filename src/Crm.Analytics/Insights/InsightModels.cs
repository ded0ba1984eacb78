using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Domain.Insights;

namespace Crm.Analytics.Insights;

/// <summary>The models behind the figures: fitted, held by a penalty where the data alone do not hold them, or left out with a warning.</summary>
internal sealed class InsightModels
{
    private readonly List<InsightWarning> _warnings = [];
    private readonly List<string> _notes = [];

    private InsightModels(double? meanSpend) => MeanSpend = meanSpend;

    public ModelFit<IPurchaseModel>? Purchases { get; private set; }

    public ModelFit<GammaGamma>? Spend { get; private set; }

    /// <summary>What a purchase is taken to be worth where there is no model of it.</summary>
    public double? MeanSpend { get; private set; }

    public double Penalty { get; private set; }

    public double SpendPenalty { get; private set; }

    public IReadOnlyList<InsightWarning> Warnings => _warnings;

    public IReadOnlyList<string> Notes => _notes;

    public static string NameOf(InsightModelKind kind) => kind switch
    {
        InsightModelKind.BetaGeometricNbd => "BG/NBD",
        InsightModelKind.ParetoNbd => "Pareto/NBD",
        _ => "MBG/NBD",
    };

    /// <summary>Estimates the parameters.</summary>
    public static InsightModels Fit(CustomerSummaries summaries, InsightOptions options)
    {
        var total = summaries.Total();
        var models = new InsightModels(total.PurchaseDays == 0 ? null : Math.Max(0, (double)total.Revenue / total.PurchaseDays));
        if (total.Customers == 0)
        {
            models.Warn("NoPurchases", "There is no purchase in the currency up to the day, so there is nothing to say of anybody.");
            return models;
        }

        models.FitPurchases(RecencyFrequencyTable.From(summaries, options.Unit, options.DegreeOfParallelism), options);
        models.FitSpend(SpendTable.From(summaries), options);
        return models;
    }

    /// <summary>Takes over the parameters of an earlier run.</summary>
    public static InsightModels From(InsightBasis basis, InsightModelKind kind, TimeUnit unit)
    {
        var models = new InsightModels(basis.MeanSpend) { Penalty = basis.Purchases!.Penalty, SpendPenalty = basis.Spend?.Penalty ?? 0 };
        models._warnings.AddRange(basis.Warnings);
        models._notes.AddRange(basis.Notes);
        models.Purchases = Known(basis.Purchases, Empty(kind).WithParameters([.. basis.Purchases.Parameters.Select(p => p.Value)]), unit);
        models.Spend = basis.Spend is { Parameters: [var p, var q, var v] } ? Known(basis.Spend, new GammaGamma(p.Value, q.Value, v.Value), unit) : null;
        return models;
    }

    public InsightModel? Describe(TimeUnit unit) => Purchases is null ? null : Describe(Purchases, unit, Penalty);

    public InsightModel? DescribeSpend(TimeUnit unit) => Spend is null ? null : Describe(Spend, unit, SpendPenalty);

    public void Warn(string code, string message) => _warnings.Add(new(code, message));

    private static IPurchaseModel Empty(InsightModelKind kind) => kind switch
    {
        InsightModelKind.BetaGeometricNbd => new BetaGeometricNbd(1, 1, 1, 1),
        InsightModelKind.ParetoNbd => new ParetoNbd(1, 1, 1, 1),
        _ => new ModifiedBetaGeometricNbd(1, 1, 1, 1),
    };

    private static ModelFit<IPurchaseModel> Fit(InsightModelKind kind, RecencyFrequencyTable table, FitOptions options) => kind switch
    {
        InsightModelKind.BetaGeometricNbd => Any(BetaGeometricNbd.Fit(table, options)),
        InsightModelKind.ParetoNbd => Any(ParetoNbd.Fit(table, options)),
        _ => Any(ModifiedBetaGeometricNbd.Fit(table, options)),
    };

    private void FitPurchases(RecencyFrequencyTable table, InsightOptions options)
    {
        var name = NameOf(options.Model);
        var found = Fit(options.Model, table, new FitOptions());
        if (!found.Converged && !Has(found, FitWarningCode.NoRepeatPurchases))
        {
            var held = Fit(options.Model, table, new FitOptions { Penalty = options.FallbackPenalty });
            if (held.Converged)
            {
                (found, Penalty) = (held, options.FallbackPenalty);
                WarnOfPenalty(name, Penalty);
            }
        }

        Take(name, found.Warnings);
        if (found.Converged)
        {
            Purchases = found;
            _notes.AddRange(found.Notes);
        }
        else
        {
            Warn("NoPurchaseModel", $"{name} cannot be told from these data: churn, expected purchases and lifetime value are left empty.");
        }
    }

    private void FitSpend(SpendTable table, InsightOptions options)
    {
        const string name = "Gamma-Gamma";
        if (!(table.Customers > 0))
        {
            WarnOfMean("No customer has a repeat purchase of any value.");
            return;
        }

        var found = GammaGamma.Fit(table);
        if (!IsUsable(found))
        {
            var held = GammaGamma.Fit(table, new FitOptions { Penalty = options.FallbackPenalty });
            if (IsUsable(held))
            {
                (found, SpendPenalty) = (held, options.FallbackPenalty);
                WarnOfPenalty(name, SpendPenalty);
            }
        }

        Take(name, found.Warnings);
        if (IsUsable(found)) (Spend, MeanSpend) = (found, null);
        else WarnOfMean($"{name} cannot be told from these data.");
    }

    private void WarnOfPenalty(string name, double penalty) => Warn("PenaltyUsed", string.Create(
        CultureInfo.InvariantCulture, $"{name} was fitted with a penalty of {penalty}, since the data alone do not hold its parameters down."));

    private void WarnOfMean(string reason) => Warn("MeanSpendUsed", string.Create(
        CultureInfo.InvariantCulture, $"{reason} Every purchase to come is taken to be worth the mean of all purchase days, {MeanSpend:0.00}, and values have no interval."));

    private void Take(string name, IEnumerable<FitWarning> warnings)
    {
        foreach (var warning in warnings) Warn(warning.Code.ToString(), $"{name}: {warning.Message}");
    }

    // Where q is at most 1, a purchase has no mean.
    private static bool IsUsable(ModelFit<GammaGamma> fit) => fit.Converged && double.IsFinite(fit.Model.MeanSpend);

    private static bool Has<TModel>(ModelFit<TModel> fit, FitWarningCode code) => fit.Warnings.Any(w => w.Code == code);

    private static ModelFit<IPurchaseModel> Any<TModel>(ModelFit<TModel> fit)
        where TModel : IPurchaseModel => new()
    {
        Model = fit.Model, ModelName = fit.ModelName, Parameters = fit.Parameters, Covariance = fit.Covariance, LogLikelihood = fit.LogLikelihood,
        GradientNorm = fit.GradientNorm, Converged = fit.Converged, Iterations = fit.Iterations, Warnings = fit.Warnings, Notes = fit.Notes,
        Customers = fit.Customers, DistinctHistories = fit.DistinctHistories, Unit = fit.Unit, Window = fit.Window,
    };

    private static ModelFit<TModel> Known<TModel>(InsightModel known, TModel model, TimeUnit unit) => new()
    {
        Model = model, ModelName = known.Name, Parameters = [.. known.Parameters.Select(p => new ModelParameter(p.Name, p.Value, p.StandardError))],
        Covariance = known.Covariance, LogLikelihood = known.LogLikelihood, GradientNorm = 0, Converged = true, Iterations = 0, Warnings = [],
        Customers = known.Customers, DistinctHistories = 0, Unit = unit, Window = null,
    };

    private static InsightModel Describe<TModel>(ModelFit<TModel> fit, TimeUnit unit, double penalty) => new(
        fit.ModelName, UnitText(unit), [.. fit.Parameters.Select(p => new InsightParameter(p.Name, p.Value, p.StandardError))], fit.Customers, fit.LogLikelihood)
    {
        Covariance = fit.Covariance, Penalty = penalty,
    };

    internal static string UnitText(TimeUnit unit) => unit switch { TimeUnit.Day => "day", TimeUnit.Month => "month", _ => "week" };
}
