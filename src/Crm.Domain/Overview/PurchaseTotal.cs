using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Overview;

/// <summary>What a customer bought in one currency.</summary>
/// <param name="Total">Sum of all purchases less returns.</param>
/// <param name="Orders">Orders with a purchase.</param>
/// <param name="PurchaseDays">Distinct days with a purchase, in the business zone.</param>
/// <param name="First">The first of them; null where there are returns alone.</param>
/// <param name="Last">The last of them; null where there are returns alone.</param>
public sealed record PurchaseTotal(Money Total, int Orders, int PurchaseDays, LocalDate? First, LocalDate? Last);
