using System.Runtime.InteropServices;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Uplift;

/// <summary>A customer in an experiment.</summary>
/// <param name="Customer">Who.</param>
/// <param name="IsTreated">True when the customer got the offer or information; false in the control group.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UpliftMember(PurchaseKey Customer, bool IsTreated);
