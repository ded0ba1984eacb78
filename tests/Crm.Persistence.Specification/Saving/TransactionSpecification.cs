using System.Data.Common;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.Specification.Saving;

/// <summary>Work of several saves is done whole or not at all, alone and within a transaction of the host.</summary>
public abstract class TransactionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly CrmError s_refusal = new("Refused", "Not today.");

    [SkippableFact]
    public async Task InTransactionAsync_Success_CommitsAndSavesTheRest()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var done = await work.UnitOfWork.InTransactionAsync<CustomerId>(async _ =>
        {
            var first = await work.RegisterAsync(Organisation("First"));
            await work.Customers.RegisterAsync(Organisation("Unsaved"));
            return first;
        });
        done.Succeeded.Should().BeTrue();
        work.Context.Database.CurrentTransaction.Should().BeNull();
        (await NamesAsync(host)).Should().BeEquivalentTo("First", "Unsaved");
    }

    [SkippableFact]
    public async Task InTransactionAsync_FailedResult_RollsBackAndLetsGo()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var kept = await work.RegisterAsync(Organisation("Kept"));
        var before = await DatabaseState.ReadAsync(work.Context);
        var failed = await work.UnitOfWork.InTransactionAsync<CustomerId>(async _ =>
        {
            await work.RegisterAsync(Organisation("Saved within"));
            await work.Customers.RegisterAsync(Organisation("Unsaved"));
            (await work.Customers.AddEmailAsync(kept, EmailAddress.Parse("kept@example.com"))).Succeeded.Should().BeTrue();
            return s_refusal;
        });
        failed.Errors.Should().Equal(s_refusal);
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);

        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before, "what the failed work did is not saved by the next save either");
        (await work.Customers.FindAsync(kept))!.ContactPoints.Should().BeEmpty();
        (await work.Customers.AddEmailAsync(kept, EmailAddress.Parse("kept@example.com"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
    }

    [SkippableFact]
    public async Task InTransactionAsync_Exception_RollsBackAndLetsGo()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var before = await DatabaseState.ReadAsync(work.Context);
        var act = () => work.UnitOfWork.InTransactionAsync<CustomerId>(async _ =>
        {
            await work.RegisterAsync(Organisation("Saved within"));
            await work.Customers.RegisterAsync(Organisation("Unsaved"));
            throw new NotSupportedException("Broken.");
        });
        await act.Should().ThrowAsync<NotSupportedException>();
        work.Context.Database.CurrentTransaction.Should().BeNull();
        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task InTransactionAsync_WorkTrackedBefore_SurvivesTheRollBack()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        await work.Customers.RegisterAsync(Organisation("Pending before"));
        (await work.UnitOfWork.InTransactionAsync<CustomerId>(async _ =>
        {
            await work.Customers.RegisterAsync(Organisation("Unsaved"));
            return s_refusal;
        })).Succeeded.Should().BeFalse();
        await work.SaveAsync();
        (await NamesAsync(host)).Should().Equal("Pending before");
    }

    [SkippableFact]
    public async Task InTransactionAsync_OpenTransaction_JoinsIt()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        await using (var transaction = await work.Context.Database.BeginTransactionAsync())
        {
            (await work.UnitOfWork.InTransactionAsync<CustomerId>(async _ => await work.RegisterAsync(Organisation("Joined")))).Succeeded.Should().BeTrue();
            await transaction.RollbackAsync();
        }

        (await NamesAsync(host)).Should().BeEmpty("the outer transaction decides");
    }

    [SkippableFact]
    public async Task InTransactionAsync_FailedResultInOpenTransaction_UndoesOnlyTheInnerWork()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        await using (var transaction = await work.Context.Database.BeginTransactionAsync())
        {
            await work.RegisterAsync(Organisation("Outer before"));
            (await work.UnitOfWork.InTransactionAsync<CustomerId>(async _ =>
            {
                await work.RegisterAsync(Organisation("Inner"));
                return s_refusal;
            })).Succeeded.Should().BeFalse();
            await work.RegisterAsync(Organisation("Outer after"));
            await transaction.CommitAsync();
        }

        (await NamesAsync(host)).Should().BeEquivalentTo("Outer before", "Outer after");
    }

    [SkippableFact]
    public async Task InTransactionAsync_ExceptionInOpenTransaction_UndoesOnlyTheInnerWork()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        await using (var transaction = await work.Context.Database.BeginTransactionAsync())
        {
            await work.RegisterAsync(Organisation("Outer before"));
            var act = () => work.UnitOfWork.InTransactionAsync<CustomerId>(async token =>
            {
                await work.RegisterAsync(Organisation("Inner"));
                await work.Context.Database.ExecuteSqlRawAsync("insert into missing_table values (1)", token);
                return s_refusal;
            });
            await act.Should().ThrowAsync<DbException>();
            await work.RegisterAsync(Organisation("Outer after"));
            await transaction.CommitAsync();
        }

        (await NamesAsync(host)).Should().BeEquivalentTo("Outer before", "Outer after");
    }

    [SkippableFact]
    public async Task InTransactionAsync_Nested_EachLevelUndoesItsOwn()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        (await work.UnitOfWork.InTransactionAsync<CustomerId>(async _ =>
        {
            var first = await work.RegisterAsync(Organisation("Level 1"));
            (await work.UnitOfWork.InTransactionAsync<CustomerId>(async _ =>
            {
                var second = await work.RegisterAsync(Organisation("Level 2"));
                (await work.UnitOfWork.InTransactionAsync<CustomerId>(async _ =>
                {
                    await work.RegisterAsync(Organisation("Level 3"));
                    return s_refusal;
                })).Succeeded.Should().BeFalse();
                return second;
            })).Succeeded.Should().BeTrue();
            return first;
        })).Succeeded.Should().BeTrue();
        (await NamesAsync(host)).Should().BeEquivalentTo("Level 1", "Level 2");
    }

    [SkippableFact]
    public async Task InTransactionAsync_UniqueValueTakenAtItsSave_IsCodedAndRolledBack()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        var before = await DatabaseState.ReadAsync(work.Context);
        var failed = await work.UnitOfWork.InTransactionAsync<CustomerId>(async _ =>
        {
            await work.RegisterAsync(Organisation("Saved within"));
            return (await work.Customers.RegisterAsync(Known.Anna)).Value.Id;
        });
        failed.Errors.Single().Code.Should().Be("AlreadyExists");
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task InTransactionAsync_TransientFailure_RepeatsFromNothing()
    {
        var breaking = new BreaksCommits { Left = 1 };
        var host = await EmbeddedAsync(s => s.Options = o => o
            .AddInterceptors(breaking)
            .ReplaceService<IExecutionStrategyFactory, RetryingFactory>());
        await using var work = host.Work();
        var id = await work.RegisterAsync(Organisation("Before"));
        breaking.IsArmed = true;
        var attempts = 0;
        var done = await work.UnitOfWork.InTransactionAsync<CustomerId>(async token =>
        {
            attempts++;
            (await work.Customers.AddEmailAsync(id, EmailAddress.Parse("x@example.com"), cancellationToken: token)).Succeeded.Should().BeTrue();
            return await work.RegisterAsync(Organisation("Within"));
        });
        done.Succeeded.Should().BeTrue();
        attempts.Should().Be(2);
        (await NamesAsync(host)).Should().BeEquivalentTo("Before", "Within");
        var traces = await Traces.OfAsync(host, id.Value);
        traces.Audit.Should().HaveCount(2);
        traces.Outbox.Select(m => m.AggregateVersion).Should().Equal(1, 2);
        await using var reader = host.Work();
        (await reader.Customers.FindAsync(id))!.ContactPoints.Should().ContainSingle();
    }

    private static NewCustomer Organisation(string name) => new() { OrganisationName = name };

    private static async Task<IReadOnlyList<string>> NamesAsync(CrmTestHost<HostContext> host)
    {
        await using var reader = host.Work();
        return [.. (await reader.Customers.ListAsync(new CustomerCriteria())).Items.Select(c => c.DisplayName)];
    }

    private sealed class TransientException() : Exception("The server went away for a moment.");

    private sealed class BreaksCommits : DbTransactionInterceptor
    {
        public bool IsArmed { get; set; }

        public int Left { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            IsArmed && Left-- > 0 ? throw new TransientException() : ValueTask.FromResult(result);
    }

    private sealed class RetryingFactory(ExecutionStrategyDependencies dependencies) : IExecutionStrategyFactory
    {
        public IExecutionStrategy Create() => new Retrying(dependencies);
    }

    private sealed class Retrying(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, 3, TimeSpan.FromMilliseconds(1))
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is TransientException;
    }
}
