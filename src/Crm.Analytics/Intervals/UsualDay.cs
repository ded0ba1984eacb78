using System.Runtime.InteropServices;

namespace Crm.Analytics.Intervals;

/// <summary>The day on which most purchase days fall.</summary>
/// <param name="Day">The day of the week (1 Monday … 7 Sunday, as ISO 8601 counts) or of the month (1 … 31).</param>
/// <param name="Share">The share of the purchase days that fall on it, above 0, at most 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UsualDay(int Day, double Share);
