using Crm.Domain.Knowledge;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Service;

/// <summary>What is known of a case changes with a trace, and cases hang together on both sides.</summary>
public abstract class CaseRecordsSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "SC-19")]
    public async Task ChangeDetails_IsStoredAndAudited()
    {
        var host = await HostAsync();
        ServiceCaseId id;
        await using (var work = host.Work())
        {
            var customer = await work.RegisterAsync();
            id = (await work.Desk.OpenAsync(new CaseDetails(customer, "Cold") { Sku = "kettle", SerialNumber = "4711", Type = "question" })).Value.Id;
            await work.SaveAsync();
            (await work.Get<CaseRecords>().ChangeDetailsAsync(id, d => d with { Sku = "toaster", Type = "complaint" })).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            (await work.Get<CaseRecords>().AddViewedArticleAsync(id, KnowledgeItemId.New(host.Clock.Now))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await using var check = host.Work();
        var found = (await check.Desk.FindAsync(id))!;
        (found.Sku, found.SerialNumber, found.Type, found.ViewedArticles.Count).Should().Be(("toaster", "4711", "complaint", 1));
        var audit = (await Traces.OfAsync(host, id.Value)).Audit;
        var changes = Traces.ChangesOf(audit.Single(a => a.Acts == "service.case-details-changed"));
        changes["Sku"].Should().Equal("kettle", "toaster");
        changes["Type"].Should().Equal("question", "complaint");
        changes.Should().NotContainKey("SerialNumber");
    }

    [SkippableFact]
    public async Task Relations_AreStoredOnBothSides_AndGoWithACaseThatIsDeleted()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        async Task<ServiceCaseId> OpenAsync(string subject) => (await work.Desk.OpenAsync(new CaseDetails(customer, subject))).Value.Id;
        var (outage, one, other) = (await OpenAsync("Outage"), await OpenAsync("One"), await OpenAsync("Other"));
        await work.SaveAsync();
        (await work.Get<CaseRecords>().JoinAsync(one, outage)).Succeeded.Should().BeTrue();
        (await work.Get<CaseRecords>().RelateAsync(one, other)).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        await using (var check = host.Work())
        {
            (await check.Desk.FindAsync(one))!.RelatedCases.Single().OtherId.Should().Be(other);
            (await check.Desk.FindAsync(other))!.RelatedCases.Single().OtherId.Should().Be(one);
            (await check.Desk.ListAsync(new CaseCriteria { ParentId = outage })).Items.Single().Id.Should().Be(one);
        }

        await using var after = host.Work();
        await after.Context.Set<ServiceCase>().Where(c => c.Id == other || c.Id == outage).ExecuteDeleteAsync();
        var left = (await after.Desk.FindAsync(one))!;
        (left.ParentId, left.RelatedCases.Count).Should().Be((null, 0));
    }

    [SkippableFact]
    public async Task TwoCases_ThatJoinEachOtherAtOnce_OneIsRefused()
    {
        var host = await HostAsync();
        ServiceCaseId one, other;
        await using (var work = host.Work())
        {
            var customer = await work.RegisterAsync();
            (one, other) = ((await work.Desk.OpenAsync(new CaseDetails(customer, "One"))).Value.Id, (await work.Desk.OpenAsync(new CaseDetails(customer, "Other"))).Value.Id);
            await work.SaveAsync();
        }

        await using var first = host.Work();
        await using var second = host.Work();
        (await first.Get<CaseRecords>().JoinAsync(one, other)).Succeeded.Should().BeTrue();
        (await second.Get<CaseRecords>().JoinAsync(other, one)).Succeeded.Should().BeTrue();
        await first.SaveAsync();
        (await second.UnitOfWork.SaveAsync()).Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
    }

    [SkippableFact]
    [Trait("Check", "SC-15")]
    public async Task Split_MovesMessagesInTheDatabase_AndDoublesNone()
    {
        var host = await HostAsync();
        ServiceCaseId id, split;
        await using (var work = host.Work())
        {
            var customer = await work.RegisterAsync();
            id = (await work.Desk.OpenAsync(new CaseDetails(customer, "The kettle stays cold") { Description = "One" })).Value.Id;
            foreach (var body in new[] { "Two", "Three" })
            {
                host.Clock.Advance(NodaTime.Duration.FromMinutes(1));
                await work.Desk.ReceiveAsync(id, body, "Anna");
            }

            await work.Desk.AddNoteAsync(id, "Odd");
            await work.SaveAsync();
        }

        CaseMessageId from;
        await using (var work = host.Work())
        {
            var found = (await work.Desk.FindAsync(id))!;
            from = found.Messages.Single(m => m.Body == "Two").Id;
            split = (await work.Get<CaseSplitter>().SplitAsync(id, from, "The toaster burns", found.Version)).Value.Id;
            await work.SaveAsync();
        }

        await using var check = host.Work();
        var (left, moved) = ((await check.Desk.FindAsync(id))!, (await check.Desk.FindAsync(split))!);
        left.Messages.Select(m => m.Body).Should().Equal("One");
        moved.Messages.Select(m => m.Body).Should().BeEquivalentTo("Two", "Three", "Odd");
        moved.Messages.Should().Contain(m => m.Id == from);
        (await check.Context.Set<CaseMessage>().CountAsync()).Should().Be(4);
        (left.RelatedCases.Single().OtherId, moved.RelatedCases.Single().OtherId, moved.Version).Should().Be((split, id, 1L));
        (await Traces.OfAsync(host, id.Value)).Timeline.Should().ContainSingle(t => t.Kind == "case-split");
        (await check.Desk.ReceiveAsync(split, "Four", "Anna")).Value.Id.Should().Be(split);
        await check.SaveAsync();
        (await check.Get<CaseMerger>().ConversationAsync(split))!.Messages.Select(m => m.Body).Should().Equal("Two", "Three", "Odd", "Four");

        await using var late = host.Work();
        (await late.Get<CaseSplitter>().SplitAsync(split, from)).Errors.Single().Code.Should().Be("CaseSplitAtFirstMessage");
        (await late.Get<CaseSplitter>().SplitAsync(id, from)).Errors.Single().Code.Should().Be("CaseMessageNotFound");
    }

    [SkippableFact]
    [Trait("Check", "SC-15")]
    public async Task Split_WhileAMessageComesIn_LosesNothing()
    {
        var host = await HostAsync();
        ServiceCaseId id;
        await using (var work = host.Work())
        {
            id = (await work.Desk.OpenAsync(new CaseDetails(await work.RegisterAsync(), "Cold") { Description = "One" })).Value.Id;
            await work.Desk.ReceiveAsync(id, "Two", "Anna");
            await work.SaveAsync();
        }

        await using var splitting = host.Work();
        await using var receiving = host.Work();
        var found = (await splitting.Desk.FindAsync(id))!;
        (await splitting.Get<CaseSplitter>().SplitAsync(id, found.Messages.Single(m => m.Body == "Two").Id)).Succeeded.Should().BeTrue();
        await receiving.Desk.ReceiveAsync(id, "Three", "Anna");
        await receiving.SaveAsync();
        (await splitting.UnitOfWork.SaveAsync()).Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
        await using var check = host.Work();
        (await check.Desk.FindAsync(id))!.Messages.Select(m => m.Body).Should().BeEquivalentTo("One", "Two", "Three");
        (await check.Desk.ListAsync(new CaseCriteria())).Items.Should().ContainSingle("the new case was not written either");
    }
}
