using Crm.Domain.Insights;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Analytics.Insights;

/// <summary>The figures on all customers as of a day, with what they rest on. Nothing of it is written anywhere.</summary>
/// <param name="AsOf">The last day observed.</param>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="Data">What was read.</param>
/// <param name="Basis">Settings, models with parameters, warnings.</param>
/// <param name="ParametersOf">The run whose parameters were used; null where they were estimated.</param>
/// <param name="Rows">One row for each customer with a sale, by customer. Run and instant are those of the computation.</param>
public sealed record InsightFigures(
    LocalDate AsOf, Currency Currency, InsightData Data, InsightBasis Basis, InsightRunId? ParametersOf, IReadOnlyList<CustomerInsight> Rows);
