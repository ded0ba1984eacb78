using Crm.Domain.Customers;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>Says that something was written of which criteria read, until a refresh has asked of the customer again.</summary>
internal sealed class SegmentTouch
{
    /// <summary>The id.</summary>
    public Guid Id { get; init; }

    /// <summary>The customer; null for more than it makes sense to name.</summary>
    public CustomerId? CustomerId { get; init; }
}
