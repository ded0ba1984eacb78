using Crm.Domain.Sales;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary>A deal of a file.</summary>
/// <param name="Won">Null for one that is open.</param>
/// <param name="IsHeldOut">Whether it judges the model instead of teaching it.</param>
internal sealed record WinProbabilityDeal(string Id, DealTraits Traits, bool? Won, bool IsHeldOut);
