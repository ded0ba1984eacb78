using System.Runtime.InteropServices;
using NodaTime;

namespace Crm.Analytics.Purchases;

/// <summary>What one customer bought, in the figures that purchase models need.</summary>
/// <param name="Customer">Who.</param>
/// <param name="PurchaseDays">Distinct days with a purchase; zero for a customer with nothing but returns, or none yet.</param>
/// <param name="RecencyDays">Days from the first to the last purchase day; zero without a repeat.</param>
/// <param name="AgeDays">Days from the first purchase day to the last day observed (T); zero without a purchase.</param>
/// <param name="Monetary">Mean total of the purchase days after the first; zero without a repeat, and possibly negative after returns.</param>
/// <param name="Total">Everything paid, exact.</param>
/// <param name="FirstDay">The first purchase day; null without a purchase.</param>
/// <param name="LastDay">The last purchase day; null without a purchase.</param>
/// <param name="Orders">Distinct orders with a purchase; purchase days where the source has no orders.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PurchaseSummary(
    PurchaseKey Customer,
    int PurchaseDays,
    int RecencyDays,
    int AgeDays,
    double Monetary,
    decimal Total,
    LocalDate? FirstDay,
    LocalDate? LastDay,
    int Orders)
{
    /// <summary>Repeat purchases: distinct purchase days less one.</summary>
    public int Frequency => Math.Max(0, PurchaseDays - 1);
}
