namespace Crm.Analytics.Lifetime;

/// <summary>Customers whose probability to buy in the holdout was about the same, and the share who did.</summary>
/// <param name="Customers">How many there are.</param>
/// <param name="Expected">Their mean predicted probability of at least one purchase.</param>
/// <param name="Actual">The share of them with at least one purchase.</param>
public sealed record ProbabilityCalibration(int Customers, double Expected, double Actual);
