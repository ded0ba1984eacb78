using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>How many opportunities stand in a stage, and what they would bring together, in one currency.</summary>
/// <param name="Stage">Key of the stage.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">Their amounts together; null for those without an amount.</param>
public sealed record StageTotal(string Stage, long Count, Money? Amount);
