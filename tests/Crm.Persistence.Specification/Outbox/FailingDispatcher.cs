using Crm.Persistence.EfCore.Outbox;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>A dispatcher whose rounds fail as long as a test wants it.</summary>
internal sealed class FailingDispatcher : IOutboxDispatcher, IDisposable
{
    private readonly SemaphoreSlim _rounds = new(0);

    public volatile Exception? Failure;

    /// <summary>Waits until so many more rounds have begun; all but the last are over then.</summary>
    public async Task RoundsAsync(int count, TimeSpan patience)
    {
        while (await _rounds.WaitAsync(0))
        {
        }

        for (var i = 0; i < count; i++)
        {
            (await _rounds.WaitAsync(patience)).Should().BeTrue("rounds go on");
        }
    }

    public Task<int> DispatchAsync(CancellationToken cancellationToken = default)
    {
        _rounds.Release();
        return Failure is { } failure ? Task.FromException<int>(failure) : Task.FromResult(0);
    }

    public Task<int> CleanAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);

    public Task<bool> ReplayAsync(Guid eventId, CancellationToken cancellationToken = default) => Task.FromResult(false);

    public void Dispose() => _rounds.Dispose();
}
