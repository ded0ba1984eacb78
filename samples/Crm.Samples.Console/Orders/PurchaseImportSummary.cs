namespace Crm.Samples.Console.Orders;

/// <summary>What an import of purchases did.</summary>
/// <param name="Read">Rows read.</param>
/// <param name="Rows">Rows of known customers.</param>
/// <param name="Orders">Orders made.</param>
/// <param name="Skipped">Orders left out because they were imported before.</param>
/// <param name="CustomersCreated">Customers that were not known.</param>
/// <param name="RowsWithoutCustomer">Rows left out because they name no customer.</param>
internal sealed record PurchaseImportSummary(int Read, int Rows, int Orders, int Skipped, int CustomersCreated, int RowsWithoutCustomer);
