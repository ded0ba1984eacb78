namespace Crm.Persistence.EfCore.Service;

/// <summary>Raises levels of escalation that have come, of all tenants. The hosted service does the same; hosts without one call this.</summary>
public interface IServiceLevelRounds
{
    /// <summary>Raises one batch of each tenant, the earliest first. Several processes may do so at the same time.</summary>
    /// <param name="cancellationToken">Ends the round after the tenant at hand; the rest is raised later.</param>
    /// <returns>How many levels were raised; zero when there is nothing to do, or others are at it.</returns>
    Task<int> RaiseAsync(CancellationToken cancellationToken = default);
}
