using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Intake;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Service;

/// <summary>Merged cases read as one, and every message counts once.</summary>
[Trait("Check", "SC-15")]
public abstract class CaseMergingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Merge_Chain_ReadsAsOneConversation_AndCountsEachMessageOnce()
    {
        var host = await HostAsync();
        await host.AnnaAsync();
        var cases = await host.TakeAllAsync([.. Enumerable.Range(0, 4).Select(i => Post.Mail(Post.Anna, $"{i}", $"Case {i}", $"Text {i}"))]);
        var ids = cases.Select(c => c.CaseId!.Value).ToList();
        foreach (var (source, target) in new[] { (0, 1), (1, 2), (3, 0) })
        {
            await using var work = host.Work();
            var merged = await work.Get<CaseMerger>().MergeAsync(ids[source], ids[target]);
            merged.Value.Id.Should().Be(target == 0 ? ids[2] : ids[target], "a merged target stands for the end of its chain");
            await work.SaveAsync();
        }

        await using var check = host.Work();
        foreach (var id in ids)
        {
            var conversation = (await check.Get<CaseMerger>().ConversationAsync(id))!;
            conversation.Id.Should().Be(ids[2]);
            conversation.Messages.Select(m => m.Body).Should().Equal("Text 0", "Text 1", "Text 2", "Text 3");
        }

        (await check.Context.Set<CaseMessage>().CountAsync()).Should().Be(4, "nothing is copied");
        (await check.Desk.ListAsync(CaseCriteria.Unresolved)).Items.Should().ContainSingle(c => c.Id == ids[2]);
        (await check.Get<CaseMerger>().MergeAsync(ids[2], ids[0])).Errors.Single().Code.Should().Be("CaseMergedWithItself", "a circle is refused");
        (await check.Get<CaseMerger>().MergeAsync(ids[0], ids[2])).Errors.Single().Code.Should().Be("CaseMerged");
        (await check.Desk.ReplyAsync(ids[0], "Hi")).Errors.Single().Code.Should().Be("CaseMerged");
        (await check.Desk.ReopenAsync(ids[0])).Errors.Single().Code.Should().Be("CaseMerged");
        (await check.History.TimelineAsync(ids[2].ToSubject())).Items.Count(i => i.Kind == "case-took-over").Should().Be(2);
        (await check.Get<CaseMerger>().ConversationAsync(ServiceCaseId.New(host.Clock.Now))).Should().BeNull();
    }

    [SkippableFact]
    public async Task Merge_OfDifferentCustomers_IsRefused_UnlessOneOrganisationAsks()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var firm = await work.RegisterAsync(new NewCustomer { OrganisationName = "Firm" });
        var (anna, bob) = (await work.RegisterAsync(), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Stone") }));
        async Task<ServiceCase> OpenAsync(CustomerId customer, CustomerId? organisation) => (await work.Desk.OpenAsync(new CaseDetails(customer, "Broken") { OrganisationId = organisation })).Value;
        var (first, second, third, fourth) = (await OpenAsync(anna, null), await OpenAsync(bob, null), await OpenAsync(anna, firm), await OpenAsync(bob, firm));
        await work.SaveAsync();
        (await work.Get<CaseMerger>().MergeAsync(first.Id, second.Id)).Errors.Single().Code.Should().Be("CaseCustomersDiffer");
        (await work.Get<CaseMerger>().MergeAsync(third.Id, fourth.Id)).Succeeded.Should().BeTrue();
        (await work.Get<CaseMerger>().MergeAsync(first.Id, first.Id)).Errors.Single().Code.Should().Be("CaseMergedWithItself");
    }

    [SkippableFact]
    public async Task Merges_InBothDirectionsAtOnce_LetOneThrough()
    {
        var host = await HostAsync();
        await host.AnnaAsync();
        var cases = await host.TakeAllAsync(Post.Mail(Post.Anna, "1", "A"), Post.Mail(Post.Anna, "2", "B"));
        await using var one = host.Work();
        await using var other = host.Work();
        (await one.Get<CaseMerger>().MergeAsync(cases[0].CaseId!.Value, cases[1].CaseId!.Value)).Succeeded.Should().BeTrue();
        (await other.Get<CaseMerger>().MergeAsync(cases[1].CaseId!.Value, cases[0].CaseId!.Value)).Succeeded.Should().BeTrue();
        await one.SaveAsync();
        (await other.UnitOfWork.SaveAsync()).Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
    }
}
