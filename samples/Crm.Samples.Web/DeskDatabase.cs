using Crm.Domain.Access;
using Crm.Persistence.EfCore;
using Crm.Samples.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Web;

/// <summary>Where the CRM is stored and who it acts for.</summary>
public static class DeskDatabase
{
    public const string ConnectionName = "Crm";

    /// <summary>The whole set-up of the CRM in a web application.</summary>
    public static void AddDeskDatabase(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        // Read when the first context is made: a test may settle the connection after this line.
        services.AddDbContext<CrmDbContext>(options => options.UseDesk(configuration, environment));
        services.AddHttpContextAccessor();
        services.AddCrm(o => o.BusinessTimeZone = "Europe/Rome")
            .UseScope(provider => RequestScope.Of(provider.GetRequiredService<IHttpContextAccessor>()))
            .UseEntityFrameworkCore<CrmDbContext>();
    }

    /// <summary>Makes the tables of a new database, before anything looks for them. An application with migrations runs those instead.</summary>
    public static async Task CreateTablesAsync(this IServiceProvider services)
    {
        await using var scope = services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.System("setup")));
        await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Database.EnsureCrmCreatedAsync();
    }

    /// <summary>PostgreSQL when the connection string begins with <c>Host=</c>, else a SQLite file.</summary>
    public static void UseDesk(this DbContextOptionsBuilder options, IConfiguration configuration, IHostEnvironment environment)
    {
        var connection = configuration.GetConnectionString(ConnectionName) ?? "data/crm.db";
        if (connection.StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
        {
            options.UseNpgsql(connection);
            return;
        }

        var file = Path.GetFullPath(FileOf(connection), environment.ContentRootPath);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        options.UseSqlite($"Data Source={file}");
    }

    private static string FileOf(string connection) =>
        connection.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase) ? connection["Data Source=".Length..] : connection;
}
