namespace Crm.Domain.Customers;

/// <summary>What became of the rows of one batch.</summary>
internal sealed record ImportBatchOutcome(int Read, int Created, int Updated, int Skipped, int Review, int Rejected, IReadOnlyList<Customer> Loaded);
