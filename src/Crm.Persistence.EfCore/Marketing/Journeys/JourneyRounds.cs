using Crm.Persistence.EfCore.Background;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneyRounds(DueWorkRounds rounds) : IJourneyRounds
{
    private static readonly JourneysDue s_journeys = new();

    public Task<int> RunAsync(CancellationToken cancellationToken = default) => rounds.RunAsync(s_journeys, isOneBatch: false, cancellationToken);
}
