using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Lifetime;

namespace Crm.Samples.Console.Analysis;

/// <summary>A fitted spend model; where a contract names its price, or nothing is known of amounts, there is none.</summary>
/// <param name="Fit">The Gamma–Gamma model.</param>
/// <param name="Correlation">Of frequency and mean spend; the model assumes none.</param>
/// <param name="Expected">What a purchase of every row is expected to be worth; NaN where that is not known.</param>
/// <param name="Warnings">What to know.</param>
internal sealed record SpendFigures(ModelFit<GammaGamma>? Fit, double Correlation, double[] Expected, IReadOnlyList<FitWarning> Warnings)
{
    public static SpendFigures FromModel(SummarisedCustomers customers)
    {
        var rows = new SpendHistory[customers.Keys.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new SpendHistory(customers.History(i)?.Frequency ?? 0, double.IsNaN(customers.Monetary[i]) ? 0 : customers.Monetary[i]);
        }

        var table = SpendTable.From(rows, customers.Weights?.ToArray());
        if (!(table.Customers > 0))
        {
            return None(rows.Length, "No customer has a repeat purchase of any value, so spend and lifetime value are not known.");
        }

        var fit = GammaGamma.Fit(table);
        var expected = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            expected[i] = customers.History(i) is null ? double.NaN : rows[i] is { Frequency: > 0, Spend: > 0 } ? fit.Model.ExpectedSpend(rows[i]) : fit.Model.MeanSpend;
        }

        return new SpendFigures(fit, table.FrequencyCorrelation, expected, [.. fit.Warnings.Select(w => w with { Message = $"Spend: {w.Message}" })]);
    }

    /// <summary>The price of a renewal, as the file has it.</summary>
    public static SpendFigures FromPrices(SummarisedCustomers customers)
    {
        var unknown = customers.Monetary.Count(double.IsNaN);
        return unknown == customers.Monetary.Count
            ? None(unknown, "The file has no monetary value, so lifetime value is not known.")
            : new SpendFigures(null, double.NaN, [.. customers.Monetary], unknown == 0 ? [] : [LeftOut(string.Create(CultureInfo.InvariantCulture, $"{unknown} rows have no monetary value."))]);
    }

    private static SpendFigures None(int rows, string why)
    {
        var unknown = new double[rows];
        Array.Fill(unknown, double.NaN);
        return new SpendFigures(null, double.NaN, unknown, [LeftOut(why)]);
    }

    private static FitWarning LeftOut(string message) => new(FitWarningCode.CustomersLeftOut, message);
}
