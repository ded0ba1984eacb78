namespace Crm.Analytics.Purchases;

/// <summary>The unit in which durations enter a model. Durations are day counts divided by the length of the unit, never rounded.</summary>
public enum TimeUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks of 7 days.</summary>
    Week,

    /// <summary>Months of 30.4375 days, a twelfth of the Julian year of 365.25 days.</summary>
    Month,
}
