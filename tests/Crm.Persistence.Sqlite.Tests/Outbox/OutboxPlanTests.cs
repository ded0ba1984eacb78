using System.Collections.Concurrent;
using System.Data.Common;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Persistence.Sqlite.Tests.Outbox;

/// <summary>No statement of a round may read the whole outbox, or the rounds together are quadratic.</summary>
public sealed class OutboxPlanTests(SqliteFixture fixture) : OutboxSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>
{
    [SkippableFact]
    public async Task Statements_UseTheFilteredIndexes()
    {
        var commands = new Commands();
        var host = await HostAsync(Noting(setup => setup.Options = o => o.AddInterceptors(commands)));
        var fails = await CustomerAsync(host, 2);
        await CustomerAsync(host, 2);
        Deliveries.OnDelivery = d => d.AggregateId == fails ? throw new InvalidOperationException("closed") : Task.CompletedTask;
        commands.All.Clear();

        await DrainAsync(host);
        host.Clock.Advance(NodaTime.Duration.FromDays(40));
        await DispatcherOf(host).CleanAsync();

        var plans = commands.All.Where(c => c.Text.Contains("crm_outbox", StringComparison.Ordinal)).DistinctBy(c => c.Text)
            .ToDictionary(c => c.Text, c => Explain(host.ConnectionString, c));
        plans.Keys.Where(t => t.StartsWith("UPDATE", StringComparison.Ordinal)).Should().HaveCount(4, "claim, failed, done, release");
        plans.Keys.Where(t => t.StartsWith("DELETE", StringComparison.Ordinal)).Should().NotBeEmpty();
        foreach (var (text, plan) in plans)
        {
            var whole = plan.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)
                && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal) && !step.Contains("INDEX crm_ix_outbox", StringComparison.Ordinal));
            whole.Should().BeEmpty("{0}\n{1}", text, string.Join('\n', plan));
            var sorts = plan.Where(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) && text.Contains("LIMIT", StringComparison.Ordinal));
            sorts.Should().BeEmpty("{0}\n{1}", text, string.Join('\n', plan));
        }

        plans.Values.SelectMany(p => p).Where(step => step.Contains("crm_ix_outbox_order", StringComparison.Ordinal))
            .Should().OnlyContain(step => step.Contains("(AggregateId=? AND AggregateVersion<?)", StringComparison.Ordinal), "the head of a hot aggregate is found at once");
    }

    private static List<string> Explain(string connectionString, Command command)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.Text;
        foreach (var (name, value) in command.Parameters)
        {
            explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        using var rows = explain.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read())
        {
            plan.Add(rows.GetString(3));
        }

        return plan;
    }

    private sealed record Command(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);

    private sealed class Commands : DbCommandInterceptor
    {
        public ConcurrentQueue<Command> All { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Add(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Add(command);
            return ValueTask.FromResult(result);
        }

        private void Add(DbCommand command) =>
            All.Enqueue(new Command(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
    }
}
