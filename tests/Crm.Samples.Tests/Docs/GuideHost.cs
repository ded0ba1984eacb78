using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore;
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

    private GuideHost(Action<CrmOptions>? settle)
    {
        _services = new ServiceCollection().AddLogging().AddSingleton<IClock>(new FakeClock())
            .AddDbContext<TContext>(o => o.UseSqlite($"Data Source={_folder.File("guide.db")}"))
            .AddCrm(settle ?? (_ => { })).UseEntityFrameworkCore<TContext>().Services.BuildServiceProvider(validateScopes: true);
        _agent = As(Actor.Agent("ada"));
    }

    public TContext Db => Get<TContext>();

    public static async Task<GuideHost<TContext>> StartAsync(Action<CrmOptions>? settle = null)
    {
        var host = new GuideHost<TContext>(settle);
        await host.Db.Database.EnsureCreatedAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _agent.ServiceProvider.GetRequiredService<T>();

    public AsyncServiceScope As(Actor actor) => _services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(actor));

    public async Task SaveAsync() => (await Get<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
