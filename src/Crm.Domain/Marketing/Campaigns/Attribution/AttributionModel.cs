namespace Crm.Domain.Marketing;

/// <summary>How the revenue of a customer is divided among the campaigns that reached the customer before.</summary>
public enum AttributionModel
{
    /// <summary>The first one gets all.</summary>
    First,

    /// <summary>The last one gets all.</summary>
    Last,

    /// <summary>Each gets the same.</summary>
    Linear,

    /// <summary>Each gets half as much for every half-life that it is older than the last.</summary>
    TimeDecay,
}
