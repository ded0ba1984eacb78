using Crm.Persistence.EfCore.Background;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceLevelRounds(DueWorkRounds rounds) : IServiceLevelRounds
{
    private readonly DeadlinesDue _due = new();

    public Task<int> RaiseAsync(CancellationToken cancellationToken = default) => rounds.RunAsync(_due, isOneBatch: true, cancellationToken);
}
