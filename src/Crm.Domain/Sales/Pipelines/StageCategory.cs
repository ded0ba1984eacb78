namespace Crm.Domain.Sales;

/// <summary>What a stage means for the deals in it.</summary>
public enum StageCategory
{
    /// <summary>In work.</summary>
    Open,

    /// <summary>Won.</summary>
    Won,

    /// <summary>Lost.</summary>
    Lost,
}
