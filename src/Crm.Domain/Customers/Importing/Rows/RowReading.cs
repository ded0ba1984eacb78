namespace Crm.Domain.Customers;

/// <summary>What came of reading one row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Customer">What it says; null where it is rejected.</param>
/// <param name="Rejection">Why it is rejected.</param>
/// <param name="LeftOut">Cells that were left out.</param>
internal sealed record RowReading(int Row, ImportedCustomer? Customer, RowRejection? Rejection, IReadOnlyList<RowRejection> LeftOut);
