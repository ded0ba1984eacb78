using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Saving;

/// <summary>Exactly the acts that happened are in audit, timeline and outbox, however a save went before it succeeded.</summary>
public abstract class SaveRetrySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly string[] s_events =
    [
        "customers.customer-created", "customers.contact-point-added", "customers.contact-point-added", "customers.address-changed",
        "customers.reference-added", "customers.language-changed",
    ];

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_FailedThenCorrected_WritesEachActOnce(bool isAsync)
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var (customer, note) = await PrepareFailureAsync(work);

        await ShouldFailAsync(work.Context, isAsync);
        ShouldTrackOnlyTheHosts(work.Context);
        customer.PendingEvents.Should().HaveCount(6);
        note.Code = "free";
        (await SaveAsync(work.Context, isAsync)).Should().Be(6, "a customer with two contact points, an address, a reference, and the note");

        ShouldTrackOnlyTheHosts(work.Context);
        customer.PendingEvents.Should().BeEmpty();
        await ShouldBeWrittenOnceAsync(host, customer.Id);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_FailedThenEntityDropped_WritesTheRest(bool isAsync)
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var (customer, note) = await PrepareFailureAsync(work);
        var other = (await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = "Dropped Ltd" })).Value;

        await ShouldFailAsync(work.Context, isAsync);
        work.Context.Entry(note).State = EntityState.Detached;
        work.Context.Entry(other).State = EntityState.Detached;
        (await SaveAsync(work.Context, isAsync)).Should().Be(5);

        await ShouldBeWrittenOnceAsync(host, customer.Id);
        (await Traces.OfAsync(host, other.Id.Value)).Should().Match<Traces>(t => t.Audit.Count == 0 && t.Timeline.Count == 0 && t.Outbox.Count == 0);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_FailedInUserTransactionThenRetriedInIt_WritesEachActOnce(bool isAsync)
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var (customer, note) = await PrepareFailureAsync(work);

        await using (var transaction = await work.Context.Database.BeginTransactionAsync())
        {
            await ShouldFailAsync(work.Context, isAsync);
            note.Code = "free";
            await SaveAsync(work.Context, isAsync);
            await transaction.CommitAsync();
        }

        await ShouldBeWrittenOnceAsync(host, customer.Id);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_InUserTransactionRolledBack_LeavesNothing(bool isAsync)
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var before = await DatabaseState.ReadAsync(work.Context);
        await using (var transaction = await work.Context.Database.BeginTransactionAsync())
        {
            await work.Customers.RegisterAsync(Known.Anna);
            (await SaveAsync(work.Context, isAsync)).Should().Be(5);
            await transaction.RollbackAsync();
        }

        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
        await using var again = host.Work();
        var id = await again.RegisterAsync(Known.Anna);
        await ShouldBeWrittenOnceAsync(host, id);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_NotAcceptedThenAccepted_SettlesAtTheNextSave(bool isAsync)
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var customer = (await work.Customers.RegisterAsync(Known.Anna)).Value;

        (await SaveAsync(work.Context, isAsync, accept: false)).Should().Be(5);
        customer.PendingEvents.Should().HaveCount(6, "the host has not accepted the save yet");
        work.Context.ChangeTracker.AcceptAllChanges();
        (await SaveAsync(work.Context, isAsync)).Should().Be(0);
        customer.PendingEvents.Should().BeEmpty();
        ShouldTrackOnlyTheHosts(work.Context);
        await ShouldBeWrittenOnceAsync(host, customer.Id);

        host.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        (await work.Customers.AddEmailAsync(customer.Id, EmailAddress.Parse("second@example.com"))).Succeeded.Should().BeTrue();
        (await SaveAsync(work.Context, isAsync)).Should().Be(2);
        var traces = await Traces.OfAsync(host, customer.Id.Value);
        traces.Audit.Should().HaveCount(2);
        traces.Outbox.Select(m => m.AggregateVersion).Should().Equal(1, 2, 3, 4, 5, 6, 7);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_NotAcceptedThenAcceptedAndChanged_WritesBothOnce(bool isAsync)
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var customer = (await work.Customers.RegisterAsync(Known.Anna)).Value;
        await SaveAsync(work.Context, isAsync, accept: false);
        work.Context.ChangeTracker.AcceptAllChanges();
        customer.PreferLanguage(null, host.Clock.Now);
        (await SaveAsync(work.Context, isAsync)).Should().Be(1);

        var traces = await Traces.OfAsync(host, customer.Id.Value);
        traces.Audit.Should().HaveCount(2);
        traces.Timeline.Should().ContainSingle();
        traces.Outbox.Select(m => m.AggregateVersion).Should().Equal(1, 2, 3, 4, 5, 6, 7);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_NotAcceptedAndRolledBackThenSavedAgain_WritesEachActOnce(bool isAsync)
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var customer = (await work.Customers.RegisterAsync(Known.Anna)).Value;
        await using (var transaction = await work.Context.Database.BeginTransactionAsync())
        {
            await SaveAsync(work.Context, isAsync, accept: false);
            await transaction.RollbackAsync();
        }

        (await SaveAsync(work.Context, isAsync)).Should().Be(5);
        customer.PendingEvents.Should().BeEmpty();
        await ShouldBeWrittenOnceAsync(host, customer.Id);
    }

    [SkippableFact]
    public async Task Save_CancelledBefore_WritesNothingAndCanBeRepeated()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var customer = (await work.Customers.RegisterAsync(Known.Anna)).Value;
        var save = () => work.Context.SaveChangesAsync(new CancellationToken(canceled: true));
        await save.Should().ThrowAsync<OperationCanceledException>();
        ShouldTrackOnlyTheHosts(work.Context);
        (await SaveAsync(work.Context, isAsync: true)).Should().Be(5);
        await ShouldBeWrittenOnceAsync(host, customer.Id);
    }

    [SkippableFact]
    public async Task Save_CancelledInTheMiddle_WritesNothingAndCanBeRepeated()
    {
        using var cancellation = new CancellationTokenSource();
        var commands = new SeenCommands();
        var host = await EmbeddedAsync(s => s.Options = o => o.AddInterceptors(commands));
        await using var work = host.Work();
        var customer = (await work.Customers.RegisterAsync(Known.Anna)).Value;
        commands.Before = c =>
        {
            if (c.CommandText.Contains("crm_audit", StringComparison.OrdinalIgnoreCase))
            {
                cancellation.Cancel();
                cancellation.Token.ThrowIfCancellationRequested();
            }
        };
        var save = () => work.Context.SaveChangesAsync(cancellation.Token);
        await save.Should().ThrowAsync<OperationCanceledException>();
        commands.Before = _ => { };
        ShouldTrackOnlyTheHosts(work.Context);
        (await Traces.OfAsync(host, customer.Id.Value)).Audit.Should().BeEmpty();
        (await SaveAsync(work.Context, isAsync: true)).Should().Be(5);
        await ShouldBeWrittenOnceAsync(host, customer.Id);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_HostsOwnInterceptor_StillRuns(bool isAsync)
    {
        var seen = new SeenSaves();
        var host = await EmbeddedAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using var work = host.Work();
        var customer = (await work.Customers.RegisterAsync(Known.Anna)).Value;
        await SaveAsync(work.Context, isAsync);
        (seen.Saving, seen.Saved).Should().Be((1, 1));
        await ShouldBeWrittenOnceAsync(host, customer.Id);
    }

    [SkippableFact]
    public async Task Save_WithoutOutbox_WritesAuditAndTimelineOnly()
    {
        var host = await EmbeddedAsync(s => s.Persistence = o => o.UseOutbox = false);
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        var traces = await Traces.OfAsync(host, id.Value);
        (traces.Audit.Count, traces.Timeline.Count, traces.Outbox.Count).Should().Be((1, 1, 0));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_WithoutScope_IsRefusedByNamingWhatToCall(bool isAsync)
    {
        var host = await EmbeddedAsync();
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(host.Services);
        var context = (HostContext)scope.ServiceProvider.GetService(typeof(HostContext))!;
        context.Add(new HostNote { Code = "alone" });
        (await SaveAsync(context, isAsync)).Should().Be(1, "rows of the host need no scope");

        context.Add(new Organisation(CustomerId.New(host.Clock.Now), "Scopeless Ltd", host.Clock.Now));
        var save = () => SaveAsync(context, isAsync);
        (await save.Should().ThrowAsync<InvalidOperationException>()).Which.Message
            .Should().Contain("CrmScopeAccessor").And.Contain("ICrmScopeFactory").And.Contain("UseScope");
        (await DatabaseState.ReadAsync(context))["crm_customers"].Should().StartWith("0 rows");
    }

    [SkippableFact]
    public async Task Save_AfterClearOfTheTracker_StartsAnew()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        await PrepareFailureAsync(work);
        await ShouldFailAsync(work.Context, isAsync: true);
        work.Context.ChangeTracker.Clear();
        (await SaveAsync(work.Context, isAsync: true)).Should().Be(0);
        var id = await work.RegisterAsync(Known.Anna);
        await ShouldBeWrittenOnceAsync(host, id);
    }

    private static Task<int> SaveAsync(DbContext context, bool isAsync, bool accept = true) =>
        isAsync ? context.SaveChangesAsync(accept) : Task.FromResult(context.SaveChanges(accept));

    private static async Task ShouldFailAsync(DbContext context, bool isAsync)
    {
        var save = () => SaveAsync(context, isAsync);
        await save.Should().ThrowAsync<DbUpdateException>();
    }

    // A note whose code is taken makes the database refuse the whole save.
    private static async Task<(Customer Customer, HostNote Note)> PrepareFailureAsync(CrmWork<HostContext> work)
    {
        work.Context.Add(new HostNote { Code = "taken" });
        await work.Context.SaveChangesAsync();
        var customer = (await work.Customers.RegisterAsync(Known.Anna)).Value;
        var note = new HostNote { Code = "taken", CustomerId = customer.Id };
        work.Context.Add(note);
        return (customer, note);
    }

    private static void ShouldTrackOnlyTheHosts(DbContext context) => context.ChangeTracker.Entries()
        .Where(e => e.Metadata.ClrType.Namespace is { } space && (space.EndsWith(".Saving", StringComparison.Ordinal)
            || space.EndsWith(".Outbox", StringComparison.Ordinal) || e.Metadata.ClrType.Name.StartsWith("Timeline", StringComparison.Ordinal)))
        .Should().BeEmpty();

    private static async Task ShouldBeWrittenOnceAsync(CrmTestHost<HostContext> host, CustomerId id)
    {
        var traces = await Traces.OfAsync(host, id.Value);
        traces.Audit.Should().ContainSingle().Which.Acts.Split(' ').Should().Equal(s_events.Distinct());
        traces.Timeline.Should().ContainSingle().Which.Kind.Should().Be("customer-created");
        traces.Outbox.Select(m => m.EventName).Should().Equal(s_events);
        traces.Outbox.Select(m => m.AggregateVersion).Should().Equal(1, 2, 3, 4, 5, 6);
        await using var work = host.Work();
        (await work.Context.Set<AuditEntry>().CountAsync()).Should().Be(1);
        (await work.Customers.FindAsync(id))!.Version.Should().Be(6);
    }
}
