using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A figure that a seller or leader puts in place of the computed one, for themselves with everybody below them.</summary>
/// <param name="Owner">Whose figure it is.</param>
/// <param name="Period">The period.</param>
/// <param name="Category">Commit, best case or pipeline: which cumulative figure it replaces.</param>
/// <param name="Amount">The judgement; null takes an earlier one back.</param>
/// <param name="Currency">The currency of the figure.</param>
/// <param name="At">When it was given; the latest at the moment of the forecast counts.</param>
public sealed record ForecastJudgement(string Owner, ForecastPeriod Period, ForecastCategory Category, decimal? Amount, Currency Currency, Instant At);
