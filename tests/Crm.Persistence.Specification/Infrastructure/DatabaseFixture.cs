using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>Makes empty databases of one provider. One instance serves a test class.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private readonly List<string> _databases = [];
    private readonly Dictionary<string, IAsyncDisposable> _shared = new(StringComparer.Ordinal);

    /// <summary>The provider's name as <c>docs/schema</c> writes it.</summary>
    public abstract string Provider { get; }

    /// <summary>What the tests of a class share, made when the first of them asks.</summary>
    public async Task<T> SharedAsync<T>(string name, Func<Task<T>> make)
        where T : IAsyncDisposable
    {
        if (!_shared.TryGetValue(name, out var shared))
        {
            _shared.Add(name, shared = await make());
        }

        return (T)shared;
    }

    /// <summary>Creates an empty database and returns its connection string; skips the calling test where the provider is missing.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var database = await CreateAsync();
        _databases.Add(database);
        return database;
    }

    public abstract DbContextOptionsBuilder UseProvider(DbContextOptionsBuilder options, string connectionString);

    public Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var shared in _shared.Values)
        {
            await shared.DisposeAsync();
        }

        foreach (var database in _databases)
        {
            await DropAsync(database);
        }
    }

    protected abstract Task<string> CreateAsync();

    protected abstract Task DropAsync(string connectionString);
}
