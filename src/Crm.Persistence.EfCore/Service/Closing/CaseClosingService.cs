using Crm.Domain.Service;
using Crm.Persistence.EfCore.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

/// <summary>Closes cases whose customers are silent while the host runs. Does nothing where no status closes.</summary>
internal sealed partial class CaseClosingService(CaseClosingRounds rounds, CaseClosingOptions options, IClock clock, ILogger<CaseClosingService> logger) : BackgroundService
{
    private readonly FailureReport _failures = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.ClosesInBackground || options.SilentDays.Count == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.PollInterval);
        do
        {
            await RoundAsync(stoppingToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            await rounds.RunAsync(stoppingToken).ConfigureAwait(false);
            _failures.Succeeded();
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

    [LoggerMessage(EventId = 20, Level = LogLevel.Error, Message = "A round of closing silent cases failed, {Rounds} in a row; the next one follows. The same failure is logged at widening intervals.")]
    private static partial void LogRoundFailed(ILogger logger, int rounds, Exception failure);
}
