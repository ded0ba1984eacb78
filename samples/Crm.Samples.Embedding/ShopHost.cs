using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Samples.Embedding.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Embedding;

/// <summary>Everything the shop registers.</summary>
public static class ShopHost
{
    /// <param name="services">The shop's services.</param>
    /// <param name="database">A SQLite file, or a connection string of PostgreSQL, which begins with <c>Host=</c>.</param>
    public static IServiceCollection AddShop(this IServiceCollection services, string database)
    {
        // docs: shop-services
        // A replacement is registered before AddCrm: what is there already, stays.
        services.AddScoped<IProductCatalog, ShopCatalog>();

        services.AddSingleton<StampInterceptor>();
        services.AddDbContext<ShopDbContext>((provider, options) =>
        {
            if (database.StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
            {
                options.UseNpgsql(database);
            }
            else
            {
                options.UseSqlite($"Data Source={database}");
            }

            options.AddInterceptors(provider.GetRequiredService<StampInterceptor>());
        });

        services.AddCrm(o => o.BusinessTimeZone = "Europe/Rome")
            .UseScope(_ => new CrmScope(Actor.Agent("ada", "Ada, at the till")))
            .UseEntityFrameworkCore<ShopDbContext>()
            .AddEventHandler<CustomerCreated, WelcomeVoucher>();
        // docs: end
        services.AddScoped<Checkout>();
        return services;
    }
}
