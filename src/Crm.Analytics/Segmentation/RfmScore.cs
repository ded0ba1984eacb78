using System.Globalization;
using System.Runtime.InteropServices;

namespace Crm.Analytics.Segmentation;

/// <summary>The three scores of a customer, 1 the worst; all zero for a customer without a purchase, who is not scored.</summary>
/// <param name="Recency">How recently the customer bought.</param>
/// <param name="Frequency">How often.</param>
/// <param name="Monetary">For how much.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RfmScore(byte Recency, byte Frequency, byte Monetary)
{
    /// <summary>Whether the customer was scored.</summary>
    public bool IsScored => Recency > 0;

    /// <summary>The cell: recency, frequency and monetary score as three digits, such as "555".</summary>
    public string Cell => string.Create(CultureInfo.InvariantCulture, $"{Recency}{Frequency}{Monetary}");

    /// <summary>Same as <see cref="Cell"/>.</summary>
    public override string ToString() => Cell;
}
