using Crm.Domain.Sales;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>An opportunity that somebody works on.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CloseDate">The day on which it is expected to close; null where that is not known.</param>
/// <param name="Skus">The products of its quotes; none where it is not known which it is about.</param>
public sealed record OpenDeal(OpportunityId OpportunityId, string Name, LocalDate? CloseDate, IReadOnlyList<string> Skus);
