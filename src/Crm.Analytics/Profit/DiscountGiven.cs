using System.Runtime.InteropServices;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Profit;

/// <summary>What a customer was let off.</summary>
/// <param name="Customer">Who. A discount without a customer is left out and counted.</param>
/// <param name="Amount">How much, at most four decimals; negative to correct an earlier one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DiscountGiven(PurchaseKey Customer, decimal Amount);
