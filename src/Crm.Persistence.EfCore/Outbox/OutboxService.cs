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
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the timer ends the loop.
        }
#pragma warning disable CA1031 // A database that is away for a while must not end the host.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogRoundFailed(logger, failure);
        }
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A round of deliveries failed; the next one follows.")]
    private static partial void LogRoundFailed(ILogger logger, Exception failure);
}
