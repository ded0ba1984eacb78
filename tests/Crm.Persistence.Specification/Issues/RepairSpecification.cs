using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Issues;

/// <summary>What once went wrong and has no other suite to stand in.</summary>
public abstract class RepairSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    // The author of a description was limited to 200 characters, a customer's name is not.
    [SkippableFact]
    public async Task OpenAsync_CustomerWithTheLongestName_KeepsTheDescription()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        var name = new string('n', Customer.MaxNameLength);
        var customer = await work.RegisterAsync(new NewCustomer { OrganisationName = name });
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Broken") { Description = "Really." })).Value;
        await work.SaveAsync();
        await using var reader = host.Work();
        (await reader.Desk.FindAsync(opened.Id))!.Messages.Single().Author.Should().Be(name);
    }

    // The folded name was cut within a character, which PostgreSQL refuses.
    [SkippableFact]
    public async Task RegisterAsync_FoldedNameTooLong_IsCutBetweenCharacters()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        var id = await work.RegisterAsync(new NewCustomer { OrganisationName = string.Concat(Enumerable.Repeat("ﷺ", 33)) + "aaaaa😀" });
        await using var reader = host.Work();
        (await reader.Customers.FindAsync(id))!.NameFolded.Should().HaveLength(599).And.EndWith("aaaaa");
    }

    // A text of two hundred characters without a blank broke the snippet.
    [SkippableFact]
    public async Task SearchAsync_TextWithoutBlanks_IsCutBetweenCharacters()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        foreach (var body in new[] { new string('水', 500), "a" + string.Concat(Enumerable.Repeat("😀", 300)), new string('b', 150) + " " + new string('c', 300) })
        {
            var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("Wasserkocher", body, LanguageTag.Parse("zh")), Audience.Public)).Value;
            (await work.Knowledge.PublishAsync(item.Id)).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        var hits = (await work.Search.SearchAsync(new KnowledgeCriteria("wasserkocher"))).Hits;
        hits.Select(h => h.Snippet).Should().HaveCount(3).And.OnlyContain(s => s.Length <= 202 && s.EndsWith(" …"));
        hits.Where(h => char.IsHighSurrogate(h.Snippet[^3])).Should().BeEmpty();
    }

    // An external id was looked up as it came and stored trimmed, so the second record met the constraint.
    [SkippableFact]
    public async Task RecordAsync_ExternalIdWithBlanks_IsKnownTheSecondTime()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var contact = new ContactDetails(customer, Channels.Email, Direction.Inbound, "Mail") { ExternalId = " <blank@example.com> " };
        var first = (await work.History.RecordAsync(contact)).Value;
        await work.SaveAsync();
        await using var again = host.Work();
        (await again.History.RecordAsync(contact)).Value.Id.Should().Be(first.Id);
        await again.SaveAsync();
    }

    // A page key that names no record broke the lists.
    [SkippableFact]
    public async Task TryParse_PageKeyOfNoRecord_IsNone()
    {
        await Task.CompletedTask;
        var now = NodaTime.Instant.FromUtc(2026, 6, 1, 8, 0);
        Crm.Domain.Primitives.PageKey.TryParse(new Crm.Domain.Primitives.PageKey(now, Guid.Empty).ToString()).Should().BeNull();
        Crm.Domain.Primitives.PageKey.TryParse("0001-01-01T00:00:00Z_x").Should().BeNull();
    }

    // A column of the host's own on orders made imports fail.
    [SkippableFact]
    public async Task ImportAsync_HostHasAColumnOnOrders_LeavesItsDefault()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var rows = new[] { new ImportedPurchase(customer, new NodaTime.LocalDate(2026, 5, 1), 1, Known.Eur(10)) }.ToAsyncEnumerable();
        (await work.Orders.ImportAsync("shop", rows)).Value.Orders.Should().Be(1);
        (await work.Context.Set<Order>().CountAsync(o => EF.Property<string?>(o, HostContext.Warehouse) == null)).Should().Be(1);
    }
}
