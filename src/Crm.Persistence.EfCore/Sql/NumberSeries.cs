using System.Data.Common;
using System.Globalization;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>
/// Draws numbers outside the change tracker: from sequences on PostgreSQL, where a row would make writers wait for each other's
/// transactions, and from one row per series elsewhere. A number is gone once it is drawn, whatever becomes of the save.
/// </summary>
internal sealed class NumberSeries(CrmDb db) : ICrmNumberSeries
{
    private static readonly string[] s_sequences = [ServiceDesk.NumberSeries, OrderBook.NumberSeries, FieldService.NumberSeries];

    /// <summary>The names of our sequences under a prefix.</summary>
    public static IEnumerable<string> Sequences(string prefix) => s_sequences.Select(s => $"{prefix}number_{s}");

    public static void AddSequences(ModelBuilder modelBuilder, CrmModel model)
    {
        if (model.Database == CrmDatabase.PostgreSql)
        {
            foreach (var sequence in Sequences(model.Name(string.Empty)))
            {
                modelBuilder.HasSequence<long>(sequence);
            }
        }
    }

    public async Task<IReadOnlyList<long>> NextAsync(string series, int count, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var context = db.Context;
        return CrmDatabases.Of(context) switch
        {
            CrmDatabase.PostgreSql when s_sequences.Contains(series) => await DrawFromSequenceAsync(context, series, count, cancellationToken).ConfigureAwait(false),
            CrmDatabase.Sqlite or CrmDatabase.PostgreSql => Block(await AdvanceAsync(context, series, count, cancellationToken).ConfigureAwait(false), count),
            _ => Block(await AdvanceOptimisticallyAsync(context, series, count, cancellationToken).ConfigureAwait(false), count),
        };
    }

    private async Task<IReadOnlyList<long>> DrawFromSequenceAsync(DbContext context, string series, int count, CancellationToken cancellationToken)
    {
        var sequence = SqlName.Of(context, db.Name($"number_{series}"), context.Model.GetDefaultSchema());
        var numbers = await context.Database
            .SqlQuery<long>($"select nextval({sequence}::text::regclass) as \"Value\" from generate_series(1, {count})")
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        numbers.Sort();
        return numbers;
    }

    // On the caller's connection and in its transaction, since SQLite has one writer only.
    private async Task<long> AdvanceAsync(DbContext context, string series, int count, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var command = connection.CreateCommand();
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = $"""
                insert into {SqlName.OfTable(context, typeof(NumberSeriesRow))} as s ("Scope", "Series", "Last") values (@scope, @series, @count)
                on conflict ("Scope", "Series") do update set "Last" = s."Last" + @count
                returning "Last"
                """;
            Add(command, "scope", db.TenantScope);
            Add(command, "series", series);
            Add(command, "count", (long)count);
            var last = await EasedCommits.DoAsync(context, () => command.ExecuteScalarAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            return Convert.ToInt64(last, CultureInfo.InvariantCulture);
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    private async Task<long> AdvanceOptimisticallyAsync(DbContext context, string series, int count, CancellationToken cancellationToken)
    {
        var scope = db.TenantScope;
        while (true)
        {
            var rows = context.Set<NumberSeriesRow>().Where(r => r.Scope == scope && r.Series == series);
            var last = await rows.Select(r => (long?)r.Last).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (last is null)
            {
                throw new InvalidOperationException($"This database needs a row for the series '{series}' in {db.Name(NumberSeriesRowConfiguration.Table)}.");
            }

            var next = last.Value + count;
            if (await rows.Where(r => r.Last == last).ExecuteUpdateAsync(u => u.SetProperty(r => r.Last, next), cancellationToken).ConfigureAwait(false) == 1)
            {
                return next;
            }
        }
    }

    private static long[] Block(long last, int count) => [.. Enumerable.Range(0, count).Select(i => last - count + 1 + i)];

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
