namespace Crm.Analytics.Survival;

/// <summary>One group of a log-rank test.</summary>
/// <param name="Name">The name given.</param>
/// <param name="Count">How many durations it has.</param>
/// <param name="Observed">How many ended with the event.</param>
/// <param name="Expected">How many would have, had all groups the same hazard.</param>
public sealed record LogRankGroup(string Name, int Count, int Observed, double Expected);
