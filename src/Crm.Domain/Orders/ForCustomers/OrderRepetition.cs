namespace Crm.Domain.Orders;

/// <summary>What an old order comes to when it is ordered again.</summary>
/// <param name="Lines">What can be ordered, without prices: today's hold.</param>
/// <param name="Gone">What cannot, by stock-keeping unit, or by what it was called where that is not known.</param>
public sealed record OrderRepetition(IReadOnlyList<NewOrderLine> Lines, IReadOnlyList<string> Gone);
