using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>What every store must do, run by each provider. A test gets a fresh database through <see cref="HostAsync{TContext}"/>.</summary>
public abstract class CrmSpecification<TFixture>(TFixture fixture) : IAsyncLifetime
    where TFixture : DatabaseFixture
{
    private readonly List<IAsyncDisposable> _hosts = [];

    protected TFixture Database => fixture;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>A host on a new database with the tables of the context.</summary>
    protected Task<CrmTestHost<SpecificationContext>> HostAsync(Action<HostSetup>? setup = null) => HostAsync<SpecificationContext>(setup);

    protected async Task<CrmTestHost<TContext>> HostAsync<TContext>(Action<HostSetup>? setup = null)
        where TContext : DbContext, ICrmDbContext
    {
        var database = await fixture.CopyDatabaseAsync(typeof(TContext).FullName!, async template =>
        {
            // The model depends on the context alone, never on how a test sets up its host.
            await using var host = new CrmTestHost<TContext>(template, o => fixture.UseProvider(o, template), new HostSetup());
            await host.CreateTablesAsync();
        });
        return await OpenAsync<TContext>(database, setup);
    }

    /// <summary>A host whose database the tests of a class share: for tests that look only at what they wrote.</summary>
    protected Task<CrmTestHost<TContext>> SharedHostAsync<TContext>()
        where TContext : DbContext, ICrmDbContext =>
        fixture.SharedAsync(typeof(TContext).Name, async () =>
        {
            var database = await fixture.CreateDatabaseAsync();
            var host = new CrmTestHost<TContext>(database, o => fixture.UseProvider(o, database), new HostSetup());
            await host.CreateTablesAsync();
            return host;
        });

    /// <summary>A host with tables of its own beside ours.</summary>
    protected async Task<CrmTestHost<HostContext>> EmbeddedAsync(Action<HostSetup>? setup = null)
    {
        var host = await OpenAsync<HostContext>(await fixture.CreateDatabaseAsync(), setup);
        await using var work = host.Work();
        await work.Context.Database.EnsureCreatedAsync();
        return host;
    }

    /// <summary>Another host, as of another process, on a database that exists.</summary>
    protected Task<CrmTestHost<TContext>> OpenAsync<TContext>(string connectionString, Action<HostSetup>? setup = null)
        where TContext : DbContext, ICrmDbContext
    {
        var options = new HostSetup();
        setup?.Invoke(options);
        var host = new CrmTestHost<TContext>(connectionString, o => fixture.UseProvider(o, connectionString), options);
        _hosts.Add(host);
        return Task.FromResult(host);
    }
}
