using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Outbox;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>A host as the guides describe it: their context on a file of its own, a clock that stands still, and an agent at work.</summary>
internal sealed class GuideHost<TContext> : IAsyncDisposable
    where TContext : DbContext, ICrmDbContext
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _agent;

    private GuideHost(Action<CrmOptions>? settle, Action<CrmBuilder>? extend)
    {
        var crm = new ServiceCollection().AddLogging().AddSingleton<IClock>(Clock)
            .AddDbContext<TContext>(o => o.UseSqlite($"Data Source={_folder.File("guide.db")}"))
            .AddCrm(settle).UseEntityFrameworkCore<TContext>();
        extend?.Invoke(crm);
        _services = crm.Services.BuildServiceProvider(validateScopes: true);
        _agent = As(Actor.Agent("ada", "Ada"));
    }

    public FakeClock Clock { get; } = new();

    public TContext Db => Get<TContext>();

    public static async Task<GuideHost<TContext>> StartAsync(Action<CrmOptions>? settle = null, Action<CrmBuilder>? extend = null)
    {
        var host = new GuideHost<TContext>(settle, extend);
        await host.Db.Database.EnsureCreatedAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _agent.ServiceProvider.GetRequiredService<T>();

    public AsyncServiceScope As(Actor actor) => _services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(actor));

    public async Task SaveAsync() => (await Get<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();

    /// <summary>Hands on what waits in the outbox, until nothing does.</summary>
    public async Task DispatchAsync()
    {
        while (await _services.GetRequiredService<IOutboxDispatcher>().DispatchAsync() > 0)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
