using NodaTime;

namespace Crm.Analytics.Purchases;

/// <summary>A log cut in two at a day: what a model may learn from, and what it is judged by.</summary>
/// <param name="Calibration">The rows through <see cref="CalibrationEnd"/>, of the customers who have any.</param>
/// <param name="Holdout">The later rows of the same customers at the same positions; some may have none.</param>
/// <param name="CalibrationEnd">The last day of the calibration.</param>
/// <param name="HoldoutDays">The length of the holdout in days.</param>
/// <param name="LateCustomers">How many customers were left out because their first row lies in the holdout.</param>
public sealed record PurchaseSplit(
    PurchaseLog Calibration, PurchaseLog Holdout, LocalDate CalibrationEnd, int HoldoutDays, int LateCustomers);
