namespace Crm.Domain.Service;

/// <summary>What a reopened case owes.</summary>
public enum SlaReopening
{
    /// <summary>The time it was resolved counts as a pause, and its clock goes on.</summary>
    ResolvedTimeIsPause,

    /// <summary>It begins anew: response and resolution count from the reopening.</summary>
    NewCycle,
}
