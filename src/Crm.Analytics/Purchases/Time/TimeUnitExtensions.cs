namespace Crm.Analytics.Purchases;

/// <summary>Lengths of time units.</summary>
public static class TimeUnitExtensions
{
    /// <summary>The length of the unit in days: 1, 7 or 30.4375.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined unit.</exception>
    public static double Days(this TimeUnit unit) => unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week => 7,
        TimeUnit.Month => 30.4375,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a defined time unit."),
    };
}
