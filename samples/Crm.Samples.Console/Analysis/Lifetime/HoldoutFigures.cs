namespace Crm.Samples.Console.Analysis;

/// <summary>What the customers of a calibration did afterwards.</summary>
/// <param name="Days">Length of the holdout.</param>
/// <param name="Purchases">Distinct customer days with a purchase.</param>
/// <param name="Revenue">What was paid.</param>
/// <param name="LateCustomers">Customers who came after the calibration and are left out.</param>
internal sealed record HoldoutFigures(int Days, long Purchases, decimal Revenue, int LateCustomers);
