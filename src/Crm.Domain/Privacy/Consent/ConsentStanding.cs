namespace Crm.Domain.Privacy;

/// <summary>Where one purpose and channel stands at an instant. The further down, the more restrictive, but that nothing restricts nothing.</summary>
public enum ConsentStanding
{
    /// <summary>Nothing was ever recorded: no consent.</summary>
    None,

    /// <summary>Granted.</summary>
    Granted,

    /// <summary>Asked for, not answered.</summary>
    Pending,

    /// <summary>A grant or a request that ran out.</summary>
    Expired,

    /// <summary>Taken back.</summary>
    Withdrawn,
}
