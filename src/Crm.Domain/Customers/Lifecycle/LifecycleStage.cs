namespace Crm.Domain.Customers;

/// <summary>Where a customer stands in the relationship with the business.</summary>
public enum LifecycleStage
{
    /// <summary>Has not bought yet.</summary>
    Prospect,

    /// <summary>Buys.</summary>
    Active,

    /// <summary>Has bought, and seems to be leaving.</summary>
    AtRisk,

    /// <summary>Has left, or said no.</summary>
    Lost,

    /// <summary>Came back after being lost.</summary>
    WonBack,
}
