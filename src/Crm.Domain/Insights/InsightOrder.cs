namespace Crm.Domain.Insights;

/// <summary>In which order figures on customers are listed. Customers without the figure are not listed.</summary>
public enum InsightOrder
{
    /// <summary>The most likely to have left first.</summary>
    ChurnProbability,

    /// <summary>The most valuable to come first.</summary>
    LifetimeValue,

    /// <summary>The longest overdue first; only those who are.</summary>
    Overdue,
}
