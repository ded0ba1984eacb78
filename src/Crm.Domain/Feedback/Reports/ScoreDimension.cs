namespace Crm.Domain.Feedback;

/// <summary>By what scores are rolled up.</summary>
public enum ScoreDimension
{
    /// <summary>All together.</summary>
    Total,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The product.</summary>
    Product,

    /// <summary>The agent whose work it is about.</summary>
    Agent,

    /// <summary>The channel of the contact that it is about.</summary>
    Channel,

    /// <summary>The survey.</summary>
    Survey,

    /// <summary>The month, in the business's zone.</summary>
    Month,

    /// <summary>The quarter, in the business's zone.</summary>
    Quarter,

    /// <summary>The year, in the business's zone.</summary>
    Year,
}
