using Crm.Domain.SelfService;
using Crm.Persistence.EfCore.SelfService;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What the portal reads.</summary>
internal static class PortalStores
{
    public static void AddPortalStores(this IServiceCollection services) => services.TryAddScoped<ICustomerActivityQueries, CustomerActivityQueries>();
}
