using Crm.Domain.SelfService;
using Crm.Persistence.EfCore.SelfService;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What the portal reads.</summary>
internal static class PortalDoorStores
{
    public static void AddPortalDoorStores(this IServiceCollection services) => services.TryAddScoped<ICustomerActivityQueries, CustomerActivityQueries>();
}
