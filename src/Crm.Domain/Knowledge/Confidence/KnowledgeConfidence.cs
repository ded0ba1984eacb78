namespace Crm.Domain.Knowledge;

/// <summary>How far a knowledge item is trusted, as in Knowledge-Centered Service v6.</summary>
public enum KnowledgeConfidence
{
    /// <summary>A question whose answer is still looked for.</summary>
    WorkInProgress,

    /// <summary>An answer that nobody but its author has confirmed.</summary>
    NotValidated,

    /// <summary>An answer that was checked, or proved itself by being reused.</summary>
    Validated,

    /// <summary>No longer of use.</summary>
    Archived,
}
