namespace Crm.Domain.Access;

/// <summary>Which customers and leads an agent sees, as filters of queries compare it.</summary>
/// <param name="SeesAll">Whether every record is seen.</param>
/// <param name="AgentId">The agent whose own records are seen; empty, which is no id, for nobody's.</param>
/// <param name="Teams">The teams whose records are seen.</param>
/// <param name="Territories">The sales territories whose records are seen.</param>
public sealed record CrmSight(bool SeesAll, string AgentId, IReadOnlyList<string> Teams, IReadOnlyList<Guid> Territories)
{
    /// <summary>Every record of the tenant.</summary>
    public static CrmSight Everything { get; } = new(true, string.Empty, [], []);

    /// <summary>No record of customers.</summary>
    public static CrmSight Nothing { get; } = new(false, string.Empty, [], []);
}
