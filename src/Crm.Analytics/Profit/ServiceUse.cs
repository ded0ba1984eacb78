using System.Runtime.InteropServices;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Profit;

/// <summary>Something that was done for a customer and costs money by the tariff: minutes of a case, a visit, a mailing.</summary>
/// <param name="Customer">For whom. A use without a customer is left out and counted.</param>
/// <param name="Activity">What, by its name in the tariff.</param>
/// <param name="Quantity">How much of it; negative to correct an earlier one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ServiceUse(PurchaseKey Customer, string Activity, decimal Quantity = 1m);
