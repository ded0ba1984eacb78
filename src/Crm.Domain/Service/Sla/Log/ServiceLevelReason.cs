namespace Crm.Domain.Service;

/// <summary>Why a case is promised something else than before.</summary>
public enum ServiceLevelReason
{
    /// <summary>The case was opened.</summary>
    CaseOpened,

    /// <summary>It became more or less urgent.</summary>
    PriorityChanged,

    /// <summary>Something else changed by which policies choose.</summary>
    CaseChanged,

    /// <summary>It was resolved or closed, and is open again.</summary>
    CaseReopened,

    /// <summary>A policy or a calendar changed, and open cases were looked at again.</summary>
    LevelsReapplied,
}
