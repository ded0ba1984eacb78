namespace Crm.Analytics.Gaps;

/// <summary>Where a need was heard.</summary>
public enum NeedSource
{
    /// <summary>A customer said what it requires, and has not got it.</summary>
    Requirement,

    /// <summary>Somebody looked for an answer and found none.</summary>
    UnansweredSearch,
}
