using Crm.Domain.Customers;

namespace Crm.Samples.Embedding.Shop;

// docs: side-table
/// <summary>A side table: a row of the shop that belongs to a customer of the CRM and speaks of it by its id.</summary>
public sealed class Voucher : IStamped
{
    public required string Code { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required decimal Value { get; init; }

    public DateTime ChangedAt { get; set; }
}
// docs: end
