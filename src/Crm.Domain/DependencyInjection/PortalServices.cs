using Crm.Domain.SelfService;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What signed-in customers do in the portal.</summary>
internal static class PortalServices
{
    public static void AddPortalDoors(this IServiceCollection services)
    {
        services.TryAddScoped<PortalCases>();
        services.TryAddScoped<PortalOrders>();
        services.TryAddScoped<PortalSubscriptions>();
        services.TryAddScoped<PortalVisits>();
        services.TryAddScoped<PortalActivity>();
    }
}
