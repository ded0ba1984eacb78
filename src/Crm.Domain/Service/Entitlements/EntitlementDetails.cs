using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What a customer or an organisation is entitled to.</summary>
/// <param name="CustomerId">The customer, person or organisation.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Total">How much of it; more than zero and at most <see cref="Entitlement.MaxTotal"/>. Cases are counted in whole numbers.</param>
/// <param name="From">The first day, in the business's own time zone.</param>
/// <param name="Until">The last day; not before <paramref name="From"/>.</param>
public sealed record EntitlementDetails(CustomerId CustomerId, EntitlementUnit Unit, decimal Total, LocalDate From, LocalDate Until)
{
    /// <summary>The contract that says so, as the business numbers it.</summary>
    /// <value>Null by default; at most <see cref="Entitlement.MaxReferenceLength"/> characters.</value>
    public string? Contract { get; init; }

    /// <summary>The product that it is for, by its stock-keeping unit.</summary>
    /// <value>Null by default: for all products.</value>
    public string? Sku { get; init; }

    /// <summary>When a case counts. Of no meaning for hours, which count when they are reported.</summary>
    /// <value><see cref="EntitlementDecrease.Creation"/> by default.</value>
    public EntitlementDecrease Decrease { get; init; } = EntitlementDecrease.Creation;

    /// <summary>What happens to new cases when nothing is left.</summary>
    /// <value><see cref="EntitlementExhaustion.Refuse"/> by default.</value>
    public EntitlementExhaustion WhenExhausted { get; init; } = EntitlementExhaustion.Refuse;
}
