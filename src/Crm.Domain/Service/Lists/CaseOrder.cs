namespace Crm.Domain.Service;

/// <summary>In which order cases are listed.</summary>
public enum CaseOrder
{
    /// <summary>The one opened last comes first.</summary>
    Newest,

    /// <summary>The one whose customer waits longest for a word of ours comes first; cases in which no customer waits are left out.</summary>
    LongestWaiting,

    /// <summary>The most urgent come first; of those, the one opened first.</summary>
    MostUrgent,
}
