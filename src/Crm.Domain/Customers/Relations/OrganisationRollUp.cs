using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>What a whole organisation tree amounts to. Counts of areas that are not mapped are zero.</summary>
/// <param name="Organisations">Organisations in the tree, its top included.</param>
/// <param name="People">Different persons who belong to any of them now.</param>
/// <param name="Cases">Service cases of these organisations, or opened on behalf of them.</param>
/// <param name="UnresolvedCases">Those of them that are neither resolved nor closed.</param>
/// <param name="Orders">Orders of these organisations.</param>
/// <param name="Value">What these organisations bought, less what came back, per currency, by currency code.</param>
public sealed record OrganisationRollUp(int Organisations, int People, int Cases, int UnresolvedCases, int Orders, IReadOnlyList<Money> Value);
