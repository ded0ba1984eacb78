using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Sqlite.Tests.Sql;

/// <summary>The draw of a number does not wait for the disk; every other commit on the connection does.</summary>
public sealed class EasedCommitTests(SqliteFixture fixture) : CrmSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>
{
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Draw_LeavesCommitsAsTheyWere(bool inTransaction)
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.Context.Database.OpenConnectionAsync();
        await using var transaction = inTransaction ? await work.Context.Database.BeginTransactionAsync() : null;
        var before = Level(work.Context);

        var numbers = work.Services.GetRequiredService<ICrmNumberSeries>();
        var first = await numbers.NextAsync(OrderBook.NumberSeries, 1, CancellationToken.None);
        var second = await numbers.NextAsync(OrderBook.NumberSeries, 2, CancellationToken.None);

        first.Concat(second).Should().Equal(1, 2, 3);
        Level(work.Context).Should().Be(before).And.BeGreaterThan(1);
    }

    [SkippableFact]
    public async Task Draw_ThatIsCancelled_LeavesCommitsAsTheyWere()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.Context.Database.OpenConnectionAsync();
        var before = Level(work.Context);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await work.Services.GetRequiredService<ICrmNumberSeries>().Awaiting(n => n.NextAsync(OrderBook.NumberSeries, 1, cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();

        Level(work.Context).Should().Be(before);
    }

    private static long Level(DbContext context)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "pragma synchronous";
        command.Transaction = context.Database.CurrentTransaction is { } current ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null;
        return (long)command.ExecuteScalar()!;
    }
}
