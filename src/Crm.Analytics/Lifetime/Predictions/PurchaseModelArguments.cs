namespace Crm.Analytics.Lifetime;

/// <summary>What all purchase models demand of their arguments.</summary>
internal static class PurchaseModelArguments
{
    public static double CheckParameter(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A parameter must be positive and finite.");

    public static double CheckTime(double time) => double.IsFinite(time) && time >= 0
        ? time
        : throw new ArgumentOutOfRangeException(nameof(time), time, "A time must be finite and not negative.");

    public static void CheckDiscount(double rate, double horizon)
    {
        if (!double.IsFinite(rate) || rate < 0)
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A discount rate must be finite and not negative.");
        if (!(horizon >= 0) || (double.IsInfinity(horizon) && rate == 0))
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon must not be negative, and finite without a discount.");
    }

    public static IReadOnlyList<double> CheckCount(IReadOnlyList<double> parameters, int count)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters.Count == count
            ? parameters
            : throw new ArgumentException($"There are {parameters.Count} parameters for {count}.", nameof(parameters));
    }
}
