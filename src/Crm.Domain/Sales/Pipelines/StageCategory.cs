namespace Crm.Domain.Sales;

/// <summary>What a stage means for an opportunity that stands in it.</summary>
public enum StageCategory
{
    /// <summary>The opportunity is worked on.</summary>
    Open,

    /// <summary>The customer decided for us.</summary>
    Won,

    /// <summary>The opportunity came to nothing.</summary>
    Lost,
}
