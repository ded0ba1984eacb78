using Crm.Domain.Access;
using Crm.Persistence.EfCore;
using Crm.Testing;
using Crm.Testing.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>A host on a new database of one kind, as an application would set it up.</summary>
public sealed class BenchmarkHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private PostgreSqlServer? _server;

    public ServiceProvider Services { get; private set; } = null!;

    public string ConnectionString { get; private set; } = null!;

    public static async Task<BenchmarkHost> StartAsync(Database database, Action<CrmBuilder>? configure = null)
    {
        var host = new BenchmarkHost();
        var services = new ServiceCollection().AddLogging();
        if (database == Database.Sqlite)
        {
            host.ConnectionString = $"Data Source={host._folder.File("benchmark.db")}";
            services.AddDbContextPool<CrmDbContext>(o => o.UseSqlite(host.ConnectionString));
        }
        else
        {
            host._server = await PostgreSqlServer.StartAsync();
            host.ConnectionString = await host._server.CreateDatabaseAsync();
            services.AddDbContextPool<CrmDbContext>(o => o.UseNpgsql(host.ConnectionString));
        }

        var crm = services.AddCrm()
            .UseScope(_ => new CrmScope(Actor.System("benchmark")))
            .UseEntityFrameworkCore<CrmDbContext>(o => o.DispatchInBackground = false);
        configure?.Invoke(crm);
        host.Services = services.BuildServiceProvider();
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Database.EnsureCrmCreatedAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }
}

public enum Database
{
    Sqlite,
    PostgreSql,
}
