using System.Runtime.InteropServices;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Intervals;

/// <summary>When a customer's next purchase is due, if the customer buys again.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NextPurchase
{
    /// <summary>Who.</summary>
    public required PurchaseKey Customer { get; init; }

    /// <summary>What; no key where products do not matter.</summary>
    public required PurchaseKey Product { get; init; }

    /// <summary>How many intervals of this customer the prediction rests on; with few, other customers count for more.</summary>
    public required int Intervals { get; init; }

    /// <summary>The regularity k that was assumed: the customer's own, drawn towards that of other customers.</summary>
    public required double Regularity { get; init; }

    /// <summary>The last purchase day.</summary>
    public required LocalDate LastDay { get; init; }

    /// <summary>Days from the last purchase day to the last day observed.</summary>
    public required int ElapsedDays { get; init; }

    /// <summary>The median of the predicted interval, in days from the last purchase.</summary>
    public required double ExpectedDays { get; init; }

    /// <summary>The day before and after which the next purchase is as likely.</summary>
    public required LocalDate Expected { get; init; }

    /// <summary>The first day of the prediction interval.</summary>
    public required LocalDate Earliest { get; init; }

    /// <summary>The last day of the prediction interval.</summary>
    public required LocalDate Latest { get; init; }

    /// <summary>The probability that an interval of this customer would have ended by now, from 0 to 1: how sure it is that the purchase is late.</summary>
    public required double Lateness { get; init; }

    /// <summary>Days from the latest day to the last day observed; zero when the purchase is not overdue.</summary>
    public required int DaysOverdue { get; init; }

    /// <summary>Whether the latest day has passed.</summary>
    public bool IsOverdue => DaysOverdue > 0;
}
