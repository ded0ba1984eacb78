using System.Runtime.InteropServices;

namespace Crm.Analytics.Purchases;

/// <summary>Sums over all customers, to compare one computation with another.</summary>
/// <param name="Customers">Customers with at least one purchase.</param>
/// <param name="PurchaseDays">Distinct pairs of customer and purchase day.</param>
/// <param name="Orders">Orders over all customers.</param>
/// <param name="Frequency">Repeat purchases.</param>
/// <param name="RecencyDays">Days from first to last purchase.</param>
/// <param name="AgeDays">Days from first purchase to the last day observed.</param>
/// <param name="Monetary">The customers' mean daily totals, added in customer order.</param>
/// <param name="Revenue">Everything paid, exact.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SummaryTotals(
    int Customers, long PurchaseDays, long Orders, long Frequency, long RecencyDays, long AgeDays, double Monetary, decimal Revenue);
