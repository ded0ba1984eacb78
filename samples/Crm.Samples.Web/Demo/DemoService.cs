namespace Crm.Samples.Web.Demo;

/// <summary>Adds the demo records while the pages are served.</summary>
public sealed partial class DemoService(DemoRecords records, ILogger<DemoService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // SQLite works on the caller's thread; the host shall start meanwhile.
        await Task.Yield();
        LogOutcome(logger, await records.AddAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Demo records: {Outcome}")]
    private static partial void LogOutcome(ILogger logger, string outcome);
}
