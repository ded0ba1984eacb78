using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>Items serve cases, are reused and trusted, and come out of cases.</summary>
[Trait("Check", "KB-08")]
public abstract class KnowledgeUseSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "KB-03")]
    public async Task Link_CountsEachCaseOnce_AndReuseRaisesTheConfidence()
    {
        var host = await HostAsync();
        var item = await DraftedAsync(host);
        var cases = await CasesAsync(host, 3);
        await LinkAsync(host, cases[0], item);
        await LinkAsync(host, cases[0], item);
        await LinkAsync(host, cases[0], item, KnowledgeUseKind.Cited);
        await LinkAsync(host, cases[1], item, KnowledgeUseKind.Cited);
        await using (var work = host.Work())
        {
            var found = (await work.Knowledge.FindAsync(item))!;
            (found.ReuseCount, found.Confidence).Should().Be((2, KnowledgeConfidence.NotValidated));
        }

        await LinkAsync(host, cases[2], item);
        await using var check = host.Work();
        var trusted = (await check.Knowledge.FindAsync(item))!;
        (trusted.ReuseCount, trusted.Confidence).Should().Be((3, KnowledgeConfidence.Validated), "three cases were solved with it");
        var uses = check.Get<KnowledgeUses>();
        (await uses.ReuseAsync([item]))[item].Should().Be(new KnowledgeReuse(3, host.Clock.Now));
        (await check.Get<CaseArticles>().OfAsync(cases[0])).Select(a => a.Kind).Should().Equal(KnowledgeUseKind.Used, KnowledgeUseKind.Cited);
        (await uses.OfItemAsync(item)).Items.Should().HaveCount(4);

        (await check.Get<CaseArticles>().UnlinkAsync(cases[2], item)).Succeeded.Should().BeTrue();
        await check.SaveAsync();
        (await uses.ReuseAsync([item]))[item].Records.Should().Be(2);
        (await check.Get<CaseArticles>().UnlinkAsync(cases[2], item)).Errors.Single().Code.Should().Be("KnowledgeUseNotFound");
    }

    [SkippableFact]
    public async Task Link_BadInput_IsCoded()
    {
        var host = await HostAsync();
        var item = await DraftedAsync(host);
        var cases = await CasesAsync(host, 2);
        await using var work = host.Work();
        var articles = work.Get<CaseArticles>();
        (await articles.LinkAsync(ServiceCaseId.New(host.Clock.Now), item)).Errors.Single().Code.Should().Be("CaseNotFound");
        (await articles.LinkAsync(cases[0], KnowledgeItemId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("KnowledgeItemNotFound");
        (await articles.LinkAsync(cases[0], item, (KnowledgeUseKind)9)).Errors.Single().Code.Should().Be("InvalidValue");
        (await work.Get<CaseMerger>().MergeAsync(cases[0], cases[1])).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await articles.LinkAsync(cases[0], item)).Errors.Single().Code.Should().Be("CaseMerged");
        await using var portal = host.Work(new(Actor.Guest));
        (await portal.Get<CaseArticles>().LinkAsync(cases[1], item)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<CaseArticles>().OfAsync(cases[1])).Should().BeEmpty();
        (await portal.Get<CaseArticles>().SuggestAsync(cases[1])).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task Links_OfAMergedCase_AreReadWithTheOneItWasMergedInto()
    {
        var host = await HostAsync();
        var item = await DraftedAsync(host);
        var cases = await CasesAsync(host, 2);
        await LinkAsync(host, cases[0], item);
        await using var work = host.Work();
        (await work.Get<CaseMerger>().MergeAsync(cases[0], cases[1])).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Get<CaseArticles>().OfAsync(cases[1])).Should().ContainSingle(a => a.KnowledgeItemId == item && a.Kind == KnowledgeUseKind.Used);
    }

    [SkippableFact]
    public async Task TwoAgents_LinkAnItemAtOnce_OneIsRefusedWithItsLink_AndSucceedsThen()
    {
        var host = await HostAsync();
        var item = await DraftedAsync(host);
        var cases = await CasesAsync(host, 2);
        await using var first = host.Work();
        await using var second = host.Work();
        (await first.Get<CaseArticles>().LinkAsync(cases[0], item)).Succeeded.Should().BeTrue();
        (await second.Get<CaseArticles>().LinkAsync(cases[1], item)).Succeeded.Should().BeTrue();
        await first.SaveAsync();
        (await second.UnitOfWork.SaveAsync()).Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
        await second.SaveAsync();
        (await second.Context.Set<KnowledgeUse>().CountAsync()).Should().Be(1, "the link falls with the count");
        (await second.Get<CaseArticles>().LinkAsync(cases[1], item)).Succeeded.Should().BeTrue();
        await second.SaveAsync();
        await using var check = host.Work();
        (await check.Knowledge.FindAsync(item))!.ReuseCount.Should().Be(2);
    }

    [SkippableFact]
    public async Task Solution_BecomesADraft_ThatNamesNobodyUnseen()
    {
        var host = await HostAsync();
        ServiceCaseId id;
        await using (var work = host.Work())
        {
            id = (await work.Desk.OpenAsync(new CaseDetails(await work.RegisterAsync(Known.Anna), "Kettle of Anna Rossi stays cold") { Description = "Call me on +39 02 1234 5678, it is cold!", SerialNumber = "4711-A", Sku = "KETTLE" })).Value.Id;
            (await work.Desk.ReplyAsync(id, "Dear Anna,\nhold STOP for five seconds. Write to anna.rossi@example.com if 4711-A stays cold.")).Succeeded.Should().BeTrue();
            (await work.Desk.AddNoteAsync(id, "Rude.")).Succeeded.Should().BeTrue();
            (await work.Get<CaseSolutions>().PrepareAsync(id)).Errors.Single().Code.Should().Be("CaseNotResolved");
            (await work.Desk.ResolveAsync(id, "Descaled.")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await using var agent = host.Work();
        var solutions = agent.Get<CaseSolutions>();
        var draft = (await solutions.PrepareAsync(id)).Value;
        (draft.Title, draft.Sku).Should().Be(("Kettle of […] stays cold", "KETTLE"));
        draft.Body.Should().Be("Dear […],\nhold STOP for five seconds. Write to […] if […] stays cold.\n\nDescaled.");
        draft.LeftOut.Should().BeEquivalentTo("Anna Rossi", "Anna", "anna.rossi@example.com", "4711-A");

        var named = new KnowledgeContent("Cold kettle", "As we told ROSSI on 02 1234 5678: hold STOP.", ReadingScene.English);
        var refused = (await solutions.WriteAsync(id, named, Audience.Public)).Errors.Single();
        refused.Code.Should().Be("SolutionNamesPerson");
        refused.Message.Should().Contain("ROSSI").And.Contain("02 1234 5678");
        (await solutions.WriteAsync(ServiceCaseId.New(host.Clock.Now), named, Audience.Public)).Errors.Single().Code.Should().Be("CaseNotFound");
        var article = (await solutions.WriteAsync(id, named with { Body = "Hold STOP for five seconds." }, Audience.Public)).Value;
        await agent.SaveAsync();
        (await solutions.WriteAsync(id, named, Audience.Public, personalDataSeen: true)).Succeeded.Should().BeTrue();

        await using var check = host.Work();
        var written = (await check.Knowledge.FindAsync(article))!;
        (written.Status, written.SourceKind, written.SourceId, written.ReuseCount).Should().Be((KnowledgeStatus.Draft, "case", id.Value, 0), "what comes out of a case is not reused by it");
        (await check.Get<CaseArticles>().OfAsync(id)).Should().ContainSingle(a => a.KnowledgeItemId == article && a.Kind == KnowledgeUseKind.Source);
        (await check.Get<KnowledgeUses>().ReuseAsync([article])).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Suggestions_ComeFromWhatTheAudienceMayRead_AndTheSubjectCountsTwice()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var (cold, leaks) = (await host.PublishItemAsync("Why the kettle stays cold"), await host.PublishItemAsync("The toaster burns"));
        var hidden = await host.PublishItemAsync("Cold kettles cost us money", audience: Audience.Internal);
        CustomerId customer;
        await using (var work = host.Work())
        {
            customer = await work.RegisterAsync();
        }

        await using var portal = host.Work(ReadingScene.Portal(customer));
        var suggestions = portal.Get<KnowledgeSuggestions>();
        (await suggestions.ForCaseAsync(new CaseText(" "))).Value.Should().BeEmpty();
        (await suggestions.ForCaseAsync(new CaseText("Kettle stays cold") { Description = "The toaster burns." })).Value[0].Id.Should().Be(cold);
        (await suggestions.ForCaseAsync(new CaseText("The toaster burns") { Description = "Kettle stays cold." })).Value[0].Id.Should().Be(leaks);
        (await suggestions.ForCaseAsync(new CaseText("cold kettle") { Take = 20, LeastShare = 0 })).Value.Should().NotContain(h => h.Id == hidden);
        (await suggestions.ForCaseAsync(new CaseText("cold") { Take = 21 })).Errors.Single().Code.Should().Be("InvalidValue");
        (await suggestions.ForCaseAsync(new CaseText("cold") { LeastShare = double.NaN })).Errors.Single().Code.Should().Be("InvalidValue");
        await portal.SaveAsync();
        (await portal.Context.Set<KnowledgeSession>().Include(s => s.Questions).SingleAsync()).Questions.Should().ContainSingle("a case that is being written is one question");

        await using var agent = host.Work();
        var opened = (await agent.Desk.OpenAsync(new CaseDetails(customer, "It stays cold") { Description = "My kettle does." })).Value;
        (await agent.Get<CaseArticles>().SuggestAsync(opened.Id)).Value.Should().Contain(h => h.Id == cold);
        (await agent.Get<CaseArticles>().SuggestAsync(ServiceCaseId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("CaseNotFound");
    }

    private static async Task<KnowledgeItemId> DraftedAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("The kettle stays cold", "Descale it.", ReadingScene.English), Audience.Internal)).Value;
        await work.SaveAsync();
        return item.Id;
    }

    private static async Task<IReadOnlyList<ServiceCaseId>> CasesAsync(CrmTestHost<SpecificationContext> host, int count)
    {
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var cases = new List<ServiceCaseId>();
        for (var i = 0; i < count; i++)
        {
            cases.Add((await work.Desk.OpenAsync(new CaseDetails(customer, $"Cold {i}"))).Value.Id);
        }

        await work.SaveAsync();
        return cases;
    }

    private static async Task LinkAsync(CrmTestHost<SpecificationContext> host, ServiceCaseId id, KnowledgeItemId item, KnowledgeUseKind kind = KnowledgeUseKind.Used)
    {
        await using var work = host.Work();
        (await work.Get<CaseArticles>().LinkAsync(id, item, kind)).Errors.Should().BeEmpty();
        await work.SaveAsync();
    }
}
