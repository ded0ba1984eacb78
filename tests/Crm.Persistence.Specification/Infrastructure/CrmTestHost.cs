using Crm.Domain.Access;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>An application that embeds the CRM, as far as tests need one.</summary>
public sealed class CrmTestHost<TContext> : IAsyncDisposable
    where TContext : DbContext, ICrmDbContext
{
    private readonly ServiceProvider _services;
    private readonly HostSetup _setup;

    public CrmTestHost(string connectionString, Action<DbContextOptionsBuilder> provider, HostSetup setup)
    {
        ConnectionString = connectionString;
        _setup = setup;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IClock>(Clock);
        setup.Services(services);
        if (!setup.RegisterContextAfterCrm)
        {
            AddContext(services, provider);
        }

        services.AddCrm(setup.Crm).UseEntityFrameworkCore<TContext>(setup.Persistence).AddCrmInsights(setup.Insights);
        if (setup.RegisterContextAfterCrm)
        {
            AddContext(services, provider);
        }

        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeClock Clock { get; } = new();

    public string ConnectionString { get; }

    public IServiceProvider Services => _services;

    public async Task CreateTablesAsync()
    {
        await using var work = Work();
        await work.Context.Database.EnsureCrmCreatedAsync();
    }

    /// <summary>One unit of work of the usual agent, or of another scope.</summary>
    public CrmWork<TContext> Work(CrmScope? scope = null) =>
        new(_services.GetRequiredService<ICrmScopeFactory>().Create(scope ?? _setup.Scope));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private void AddContext(IServiceCollection services, Action<DbContextOptionsBuilder> provider)
    {
        void Configure(DbContextOptionsBuilder options)
        {
            provider(options);
            options.EnableSensitiveDataLogging();
            _setup.Options(options);
        }

        switch (_setup.Registration)
        {
            case ContextRegistration.Pool:
                services.AddDbContextPool<TContext>(Configure);
                break;
            case ContextRegistration.Factory:
                services.AddDbContextFactory<TContext>(Configure);
                break;
            case ContextRegistration.PooledFactory:
                services.AddPooledDbContextFactory<TContext>(Configure);
                break;
            default:
                services.AddDbContext<TContext>(Configure);
                break;
        }
    }
}
