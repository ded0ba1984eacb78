namespace Crm.Domain.Automation;

/// <summary>What became of a rule and an event.</summary>
public enum RuleRunStatus
{
    /// <summary>The criteria held, and every action was done.</summary>
    Done,

    /// <summary>The criteria did not hold.</summary>
    NotMatched,

    /// <summary>The guard against loops did not let it run.</summary>
    Refused,

    /// <summary>It failed and is tried again.</summary>
    Waiting,

    /// <summary>It failed too often; replay it once the cause is repaired.</summary>
    Parked,

    /// <summary>The rule was switched off before a run that had failed was tried again.</summary>
    GivenUp,
}
