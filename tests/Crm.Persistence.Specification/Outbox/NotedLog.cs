using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>Notes the levels of what the delivery service logs.</summary>
internal sealed class NotedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<LogLevel> _levels = new();

    public IReadOnlyCollection<LogLevel> Levels => _levels;

    public ILogger CreateLogger(string categoryName) =>
        categoryName.EndsWith(".OutboxService", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _levels.Enqueue(logLevel);

    public void Dispose()
    {
    }
}
