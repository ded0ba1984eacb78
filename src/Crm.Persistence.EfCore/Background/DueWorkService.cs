using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Crm.Persistence.EfCore.Background;

/// <summary>Does what comes due by the clock while the host runs. Several processes may do so at once: each piece is done once.</summary>
internal sealed partial class DueWorkService(
    IEnumerable<IDueWork> works, DueWorkRounds rounds, IClock clock, IOptions<CrmPersistenceOptions> options, ILogger<DueWorkService> logger) : BackgroundService
{
    private readonly List<(IDueWork Work, FailureReport Failures)> _works = [.. works.Select(w => (w, new FailureReport()))];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value;
        if (!settings.DoDueWorkInBackground)
        {
            return;
        }

        using var timer = new PeriodicTimer(settings.DueWorkInterval);
        do
        {
            foreach (var (work, failures) in _works)
            {
                await RoundAsync(work, failures, stoppingToken).ConfigureAwait(false);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task RoundAsync(IDueWork work, FailureReport failures, CancellationToken stoppingToken)
    {
        try
        {
            await rounds.RunAsync(work, isOneBatch: false, stoppingToken).ConfigureAwait(false);
            if (failures.Rounds > 0)
            {
                LogRecovered(logger, work.Actor, failures.Rounds);
                failures.Succeeded();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the timer ends the loop.
        }
#pragma warning disable CA1031 // A database that is away for a while must not end the host, nor one kind of work the others.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (failures.Failed(failure, clock.GetCurrentInstant()))
            {
                LogRoundFailed(logger, work.Actor, failures.Rounds, failure);
            }
        }
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Error, Message = "A round of {Work} failed, {Rounds} in a row; the next one follows. The same failure is logged at widening intervals.")]
    private static partial void LogRoundFailed(ILogger logger, string work, int rounds, Exception failure);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "{Work} goes on after {Rounds} failed rounds.")]
    private static partial void LogRecovered(ILogger logger, string work, int rounds);
}
