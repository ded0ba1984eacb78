using NodaTime;

namespace Crm.Domain.Insights;

/// <summary>What a run read.</summary>
/// <param name="Facts">Sales, returns and cancellations in the currency of the run, up to its day.</param>
/// <param name="OtherFacts">Those in other currencies, which were left out.</param>
/// <param name="Customers">Customers with a sale.</param>
/// <param name="FirstDay">The first day with a fact; null where there is none.</param>
/// <param name="LastDay">The last day with a fact; null where there is none.</param>
public sealed record InsightData(int Facts, int OtherFacts, int Customers, LocalDate? FirstDay, LocalDate? LastDay);
