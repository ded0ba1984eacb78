using Crm.Persistence.EfCore.Background;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Crm.Persistence.EfCore.Outbox;

/// <summary>Delivers events while the host runs, and cleans up once an hour.</summary>
internal sealed partial class OutboxService(
    IOutboxDispatcher dispatcher, IClock clock, IOptions<CrmPersistenceOptions> options, ILogger<OutboxService> logger) : BackgroundService
{
    private readonly FailureReport _failures = new();
    private Instant _nextCleaning = Instant.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value;
        if (!settings.UseOutbox || !settings.DispatchInBackground)
        {
            return;
        }

        using var timer = new PeriodicTimer(settings.PollInterval);
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
            while (await dispatcher.DispatchAsync(stoppingToken).ConfigureAwait(false) > 0)
            {
            }

            var now = clock.GetCurrentInstant();
            if (now >= _nextCleaning)
            {
                await dispatcher.CleanAsync(stoppingToken).ConfigureAwait(false);
                _nextCleaning = now + Duration.FromHours(1);
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

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A round of deliveries failed, {Rounds} in a row; the next one follows. The same failure is logged at widening intervals.")]
    private static partial void LogRoundFailed(ILogger logger, int rounds, Exception failure);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Deliveries go on after {Rounds} failed rounds.")]
    private static partial void LogRecovered(ILogger logger, int rounds);
}
