using Crm.Domain.Values;

namespace Crm.Domain.Partners;

/// <summary>What a partner got of a kind, in one currency.</summary>
/// <param name="Kind">A benefit or a payout.</param>
/// <param name="Amount">The sum, reversals taken off.</param>
/// <param name="Count">Of how many rows, reversals included.</param>
public sealed record PartnerSum(PartnerFactKind Kind, Money Amount, int Count);
