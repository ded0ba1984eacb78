using Crm.Persistence.EfCore.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

/// <summary>Raises levels of escalation while the host runs.</summary>
internal sealed partial class ServiceLevelService(
    IServiceLevelRounds rounds, IClock clock, IOptions<CrmPersistenceOptions> options, ILogger<ServiceLevelService> logger) : BackgroundService
{
    private readonly FailureReport _failures = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.RaiseDeadlinesInBackground)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.DeadlinePollInterval);
        do
        {
            await RoundsAsync(stoppingToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task RoundsAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await rounds.RaiseAsync(stoppingToken).ConfigureAwait(false) > 0)
            {
            }

            if (_failures.Rounds > 0)
            {
                LogRecovered(logger, _failures.Rounds);
                _failures.Succeeded();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the timer ends the loop.
        }
#pragma warning disable CA1031 // A database that is away for a while must not end the host.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (_failures.Failed(failure, clock.GetCurrentInstant()))
            {
                LogRoundFailed(logger, _failures.Rounds, failure);
            }
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A round of raising deadlines failed, {Rounds} in a row; the next one follows. The same failure is logged at widening intervals.")]
    private static partial void LogRoundFailed(ILogger logger, int rounds, Exception failure);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Raising deadlines goes on after {Rounds} failed rounds.")]
    private static partial void LogRecovered(ILogger logger, int rounds);
}
