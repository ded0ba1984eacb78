namespace Crm.Analytics.Segmentation;

/// <summary>Bounds for <see cref="RfmTieRule.FixedBins"/>: for each metric the strictly ascending upper ends of all bands but the last.</summary>
/// <param name="RecencyDays">Days since the last purchase; fewest are best.</param>
/// <param name="Orders">Numbers of orders; most are best.</param>
/// <param name="Revenue">Revenues; highest is best.</param>
public sealed record RfmBins(IReadOnlyList<int> RecencyDays, IReadOnlyList<int> Orders, IReadOnlyList<decimal> Revenue);
