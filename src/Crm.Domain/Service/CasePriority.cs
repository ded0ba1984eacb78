namespace Crm.Domain.Service;

/// <summary>How urgent a case is.</summary>
public enum CasePriority
{
    /// <summary>Can wait.</summary>
    Low,

    /// <summary>The usual.</summary>
    Normal,

    /// <summary>Before the usual.</summary>
    High,

    /// <summary>At once.</summary>
    Urgent,
}
