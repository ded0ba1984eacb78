using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>An order or a deal, with its worth.</summary>
/// <param name="Id">The order or deal.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="At">When it was placed or won.</param>
/// <param name="Amount">Its worth; negative where more came back than was bought.</param>
public sealed record RevenueFact(Guid Id, CustomerId CustomerId, Instant At, Money Amount);
