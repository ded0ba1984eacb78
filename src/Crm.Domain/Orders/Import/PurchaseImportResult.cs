namespace Crm.Domain.Orders;

/// <summary>What an import of purchases did.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Orders">Orders made.</param>
/// <param name="Skipped">Orders left out because they were imported before.</param>
public sealed record PurchaseImportResult(int Rows, int Orders, int Skipped);
