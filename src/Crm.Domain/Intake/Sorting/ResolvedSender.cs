using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Intake;

/// <summary>Who a message is recorded at, or why nobody could be found.</summary>
internal sealed record ResolvedSender(SenderMatch? Customer, CrmError? Error = null)
{
    public IReadOnlyList<CustomerId> Candidates { get; init; } = [];
}
