using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Saving;

/// <summary>Conflicts are expected outcomes: coded, nothing written, and the unit of work stays usable.</summary>
[Trait("Check", "XC-08")]
public abstract class UnitOfWorkSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task SaveAsync_StaleVersion_ConflictsAndTheRetrySucceeds()
    {
        var host = await HostAsync();
        var id = await OpenCaseAsync(host);
        await using var mine = host.Work();
        await using var theirs = host.Work();
        (await mine.Desk.PrioritiseAsync(id, CasePriority.High)).Succeeded.Should().BeTrue();
        (await theirs.Desk.AssignAsync(id, "bob")).Succeeded.Should().BeTrue();
        await theirs.SaveAsync();
        var before = await DatabaseState.ReadAsync(mine.Context);

        var conflict = await mine.UnitOfWork.SaveAsync();
        conflict.Errors.Should().ContainSingle().Which.Should().Match<CrmError>(e => e.Code == "VersionConflict" && e.Message.Contains(id.ToString()));
        (await DatabaseState.ReadAsync(mine.Context)).Should().Equal(before);
        (await mine.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue("the refused aggregate was let go");

        var again = (await mine.Desk.FindAsync(id))!;
        again.AssigneeId.Should().Be("bob");
        again.Priority.Should().Be(CasePriority.Normal);
        (await mine.Desk.PrioritiseAsync(id, CasePriority.Urgent)).Succeeded.Should().BeTrue();
        await mine.SaveAsync();
        await using var reader = host.Work();
        (await reader.Desk.FindAsync(id))!.Should().Match<ServiceCase>(c => c.Priority == CasePriority.Urgent && c.AssigneeId == "bob" && c.Version == 3);
    }

    [SkippableFact]
    public async Task SaveAsync_OnlyPartsChanged_Conflicts()
    {
        var host = await HostAsync();
        var id = await OpenCaseAsync(host);
        await using var mine = host.Work();
        await using var theirs = host.Work();
        (await mine.Desk.AddNoteAsync(id, "mine")).Succeeded.Should().BeTrue();
        (await theirs.Desk.AddNoteAsync(id, "theirs")).Succeeded.Should().BeTrue();
        await theirs.SaveAsync();
        (await mine.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict");
        (await mine.Desk.AddNoteAsync(id, "mine again")).Succeeded.Should().BeTrue();
        await mine.SaveAsync();
        await using var reader = host.Work();
        (await reader.Desk.FindAsync(id))!.Messages.Select(m => m.Body).Should().BeEquivalentTo("theirs", "mine again");
    }

    [SkippableFact]
    public async Task SaveAsync_SamePartRemovedTwice_Conflicts()
    {
        var host = await HostAsync();
        CustomerId id;
        await using (var work = host.Work())
        {
            id = await work.RegisterAsync(Known.Anna);
        }

        await using var mine = host.Work();
        await using var theirs = host.Work();
        foreach (var work in new[] { mine, theirs })
        {
            var customer = (await work.Customers.FindAsync(id))!;
            customer.RemoveContactPoint(customer.ContactPoints[0].Id, host.Clock.Now);
        }

        await theirs.SaveAsync();
        (await mine.UnitOfWork.SaveAsync()).Errors.Single().Should().Match<CrmError>(e => e.Code == "VersionConflict" && e.Message.Contains(id.ToString()));
        (await mine.Customers.FindAsync(id))!.ContactPoints.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task SaveAsync_OneOfTwoAggregatesRefused_KeepsTheOtherForTheNextSave()
    {
        var host = await HostAsync();
        var id = await OpenCaseAsync(host);
        await using var mine = host.Work();
        var customer = await mine.RegisterAsync(new NewCustomer { OrganisationName = "Other Ltd" });
        (await mine.Desk.AddNoteAsync(id, "mine")).Succeeded.Should().BeTrue();
        (await mine.Customers.AddEmailAsync(customer, EmailAddress.Parse("other@example.com"))).Succeeded.Should().BeTrue();
        await using (var theirs = host.Work())
        {
            (await theirs.Desk.AddNoteAsync(id, "theirs")).Succeeded.Should().BeTrue();
            await theirs.SaveAsync();
        }

        (await mine.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict");
        (await mine.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        await using var reader = host.Work();
        (await reader.Customers.FindAsync(customer))!.ContactPoints.Should().ContainSingle();
        (await reader.Desk.FindAsync(id))!.Messages.Select(m => m.Body).Should().Equal("theirs");
        (await Traces.OfAsync(host, customer.Value)).Audit.Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task EveryAggregate_Version_IsAConcurrencyToken()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var mapped = work.Context.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IAggregateRoot))).ToList();

        mapped.Select(e => e.ClrType).Should().Contain(typeof(IAggregateRoot).Assembly.GetExportedTypes()
            .Where(t => t.IsAssignableTo(typeof(IAggregateRoot)) && !t.IsAbstract));
        mapped.Where(e => !e.FindProperty(nameof(IAggregateRoot.Version))!.IsConcurrencyToken).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task FrontDoor_ExpectedVersionIsAnother_RefusesWithoutTouchingAnything()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync(Known.Anna);
        await work.AddProductAsync("kettle", 10);
        var order = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]))).Value.Id;
        var call = (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Hello"))).Value.Id;
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("T", "B", LanguageTag.Parse("en")), Audience.Public)).Value.Id;
        await work.SaveAsync();
        var id = await OpenCaseAsync(host);
        var before = await DatabaseState.ReadAsync(work.Context);

        const long Old = 99;
        IReadOnlyList<CrmError>[] refusals =
        [
            (await work.Customers.RenameAsync(customer, new PersonName("B", "C"), Old)).Errors,
            (await work.Customers.AddEmailAsync(customer, EmailAddress.Parse("x@example.com"), Old)).Errors,
            (await work.Customers.AddPhoneAsync(customer, PhoneNumber.Parse("+39 02 7654 3210", null), expectedVersion: Old)).Errors,
            (await work.History.LinkAsync(call, new SubjectReference(SubjectKinds.Case, id.Value), Old)).Errors,
            (await work.Desk.ReplyAsync(id, "x", Old)).Errors,
            (await work.Desk.AddNoteAsync(id, "x", Old)).Errors,
            (await work.Desk.ReceiveAsync(id, "x", "y", Old)).Errors,
            (await work.Desk.AssignAsync(id, "x", Old)).Errors,
            (await work.Desk.PrioritiseAsync(id, CasePriority.Low, Old)).Errors,
            (await work.Desk.WaitAsync(id, Old)).Errors,
            (await work.Desk.ResolveAsync(id, "x", Old)).Errors,
            (await work.Desk.CloseAsync(id, Old)).Errors,
            (await work.Desk.ReopenAsync(id, Old)).Errors,
            (await work.Knowledge.ReviseAsync(item, new KnowledgeContent("T2", "B", LanguageTag.Parse("en")), Old)).Errors,
            (await work.Knowledge.ChangeAudienceAsync(item, Audience.Internal, Old)).Errors,
            (await work.Knowledge.PublishAsync(item, Old)).Errors,
            (await work.Knowledge.ArchiveAsync(item, Old)).Errors,
            (await work.Orders.CompleteAsync(order, Old)).Errors,
            (await work.Orders.CancelAsync(order, Old)).Errors,
            (await work.Orders.ReturnAsync(order, 1, 1, Old)).Errors,
        ];
        refusals.Should().AllSatisfy(r => r.Should().ContainSingle().Which.Code.Should().Be("VersionConflict"));
        work.Context.ChangeTracker.HasChanges().Should().BeFalse();
        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
        (await work.Desk.ReplyAsync(id, "right version", 1)).Succeeded.Should().BeTrue();
    }

    [SkippableFact]
    public async Task SaveAsync_HundredAtOnceWithTheSameReference_OneWins()
    {
        var host = await HostAsync();
        using var connections = new SemaphoreSlim(20);
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            await using var work = host.Work();
            (await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = $"Racer {i}", References = [new ExternalReference("shop", "same")] }))
                .Succeeded.Should().BeTrue();
            await connections.WaitAsync();
            try
            {
                return await work.UnitOfWork.SaveAsync();
            }
            finally
            {
                connections.Release();
            }
        })));

        results.Count(r => r.Succeeded).Should().Be(1);
        results.Where(r => !r.Succeeded).Should().HaveCount(99).And.OnlyContain(r => r.Errors.Single().Code == "AlreadyExists");
        await using var reader = host.Work();
        (await reader.Customers.ListAsync(new CustomerCriteria())).Items.Should().ContainSingle();
        (await DatabaseState.ReadAsync(reader.Context))["crm_audit"].Should().StartWith("1 rows");
    }

    [SkippableFact]
    public async Task SaveAsync_TakenReference_NamesTheCustomerAndStaysUsable()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        var before = await DatabaseState.ReadAsync(work.Context);
        var second = (await work.Customers.RegisterAsync(Known.Anna)).Value;
        var refused = await work.UnitOfWork.SaveAsync();
        refused.Errors.Should().ContainSingle().Which.Should().Match<CrmError>(e => e.Code == "AlreadyExists" && e.Message.Contains(second.Id.ToString()));
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
        (await work.Customers.FindAsync(second.Id)).Should().BeNull();
        await work.RegisterAsync(new NewCustomer { OrganisationName = "Next Ltd" });
        work.Context.ChangeTracker.Entries<Customer>().Should().HaveCount(2);
    }

    private static async Task<ServiceCaseId> OpenCaseAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Something broke"))).Value;
        await work.SaveAsync();
        return opened.Id;
    }
}
