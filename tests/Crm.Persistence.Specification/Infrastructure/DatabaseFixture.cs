using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>Makes empty databases of one provider. One instance serves a test class.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private static readonly ConcurrentDictionary<(Type Fixture, string Name), Lazy<Task<string>>> s_templates = new();
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
        var database = await CreateAsync(null);
        _databases.Add(database);
        return database;
    }

    /// <summary>A copy of a database that is filled once in this process; making tables anew takes longer than most tests.</summary>
    /// <param name="name">Names what it is filled with.</param>
    /// <param name="fill">Fills it and lets go of it.</param>
    public async Task<string> CopyDatabaseAsync(string name, Func<string, Task> fill)
    {
        var template = await s_templates.GetOrAdd((GetType(), name), _ => new Lazy<Task<string>>(async () =>
        {
            var made = await CreateAsync(null);
            await fill(made);
            Release(made);
            return made;
        })).Value;
        var database = await CreateAsync(template);
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

    /// <summary>Creates an empty database, or a copy of another that nobody is connected to.</summary>
    protected abstract Task<string> CreateAsync(string? template);

    /// <summary>Ends the pooled connections to a database.</summary>
    protected abstract void Release(string connectionString);

    protected abstract Task DropAsync(string connectionString);
}
