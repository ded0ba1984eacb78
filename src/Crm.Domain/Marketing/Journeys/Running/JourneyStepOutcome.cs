namespace Crm.Domain.Marketing;

/// <summary>What came of a step.</summary>
public enum JourneyStepOutcome
{
    /// <summary>It was done, or waited for.</summary>
    Done,

    /// <summary>It was not done, for a reason, and the journey went on.</summary>
    Skipped,

    /// <summary>The condition held, or the event happened in time.</summary>
    Yes,

    /// <summary>The condition did not hold, or the event did not happen in time.</summary>
    No,
}
