namespace Crm.Analytics.Lifetime;

/// <summary>Customers with the same number of repeat purchases before: what they did after, and what was expected.</summary>
/// <param name="Frequency">Repeat purchases in the calibration; the last row stands for so many or more.</param>
/// <param name="Customers">How many there are.</param>
/// <param name="Actual">Their mean number of purchases in the holdout.</param>
/// <param name="Expected">The mean that the model expected.</param>
public sealed record FrequencyCalibration(int Frequency, int Customers, double Actual, double Expected);
