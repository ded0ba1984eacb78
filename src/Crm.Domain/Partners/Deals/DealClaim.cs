using Crm.Domain.Customers;

namespace Crm.Domain.Partners;

/// <summary>
/// One product in one month that is the partner's alone with one customer, while the registration is approved. No two registrations hold the same:
/// the database refuses the second. Part of <see cref="DealRegistration"/>.
/// </summary>
public sealed class DealClaim
{
    private DealClaim() => Sku = null!;

    internal DealClaim(CustomerId customerId, string sku, int month) => (CustomerId, Sku, Month) = (customerId, sku, month);

    /// <summary>The customer, as it was when the registration was approved.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The product.</summary>
    public string Sku { get; private set; }

    /// <summary>The month: twelve times the year, plus the month less one.</summary>
    public int Month { get; private set; }
}
