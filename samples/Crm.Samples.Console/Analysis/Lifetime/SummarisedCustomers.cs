using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>Customers as purchase models see them, whether summarised here or elsewhere.</summary>
internal sealed record SummarisedCustomers(IReadOnlyList<string> Keys, RecencyFrequencyTable Table, IReadOnlyList<double> Monetary)
{
    /// <summary>How many customers each row stands for; null when each is one.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    public HoldoutFigures? Holdout { get; init; }

    /// <summary>The purchases behind the summaries; null when a file has summaries.</summary>
    public ObservedLog? Observed { get; init; }

    public ReturnPolicy Returns { get; init; }

    /// <summary>The last day that the summaries observe.</summary>
    public LocalDate? AsOf { get; init; }

    public static SummarisedCustomers From(PurchaseInput input, AnalysisRequest request, TimeUnit unit)
    {
        var observed = ObservedLog.Build(input, request);
        return Of(observed.Summarise(request), request, unit) with { Holdout = observed.Holdout(request), Observed = observed };
    }

    public static SummarisedCustomers Of(CustomerSummaries summaries, AnalysisRequest request, TimeUnit unit) =>
        new(new KeyTexts(summaries.Customers), RecencyFrequencyTable.From(summaries, unit, request.Threads), summaries.Monetary.ToArray())
        {
            Returns = request.Returns,
            AsOf = summaries.AsOf,
        };

    public RecencyFrequency? History(int row) => Table.HistoryOf[row] is >= 0 and var history ? Table.Histories[history] : null;
}
