using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using NodaTime;

namespace Crm.Persistence.EfCore.Background;

/// <summary>Work that comes due by the clock, such as reminders, and that nobody asks for. Stateless.</summary>
internal interface IDueWork
{
    /// <summary>Who does it, in audits and logs.</summary>
    string Actor { get; }

    /// <summary>Why, in audits.</summary>
    string Reason { get; }

    /// <summary>Most pieces of one batch.</summary>
    int BatchSize { get; }

    /// <summary>The tenants that have something due; null stands for the one that there is where tenants are not kept apart. None where the work is off.</summary>
    Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken);

    /// <summary>Does a batch with the services of a scope of one tenant, and saves it.</summary>
    /// <returns>How many pieces were done; or why nothing was saved, <c>VersionConflict</c> where somebody else was there first.</returns>
    Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken);
}
