using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>Opportunities that closed, in one currency.</summary>
/// <param name="Category">Won or lost.</param>
/// <param name="Currency">The currency; null for those without an amount.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">Their amounts together.</param>
/// <param name="CycleSeconds">The time from opening to closing of all of them together, in seconds.</param>
public sealed record ClosedTotal(StageCategory Category, Currency? Currency, long Count, decimal Amount, long CycleSeconds);
