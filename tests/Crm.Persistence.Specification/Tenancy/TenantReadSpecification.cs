using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Tenancy;

/// <summary>Two tenants in one database: through every front-door verb each finds its own and nothing of the other.</summary>
[Trait("Check", "XC-04")]
public abstract class TenantReadSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly CrmScope s_one = new(Actor.Agent("ada", "Ada")) { TenantId = "one" };
    private static readonly CrmScope s_two = new(Actor.Agent("bob", "Bob")) { TenantId = "two" };
    private static readonly CrmScope s_none = new(Actor.Agent("eve", "Eve"));

    [SkippableFact]
    public async Task FrontDoors_OfTheTenant_FindEverythingOfItsOwn()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        var story = await TellAsync(host, s_one);
        await TellAsync(host, s_two);
        await using var work = host.Work(s_one);
        (await SeenAsync(work, story)).Should().OnlyContain(s => s.Value == 1 || s.Key == "timeline of customer" && s.Value > 1);
    }

    [SkippableFact]
    public async Task FrontDoors_OfAnotherTenant_FindNothing()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        var story = await TellAsync(host, s_one);
        await using var other = host.Work(s_two);
        (await SeenAsync(other, story)).Should().OnlyContain(s => s.Value == 0);
        await using var none = host.Work(s_none);
        (await SeenAsync(none, story)).Should().OnlyContain(s => s.Value == 0, "no tenant sees nothing");
    }

    [SkippableFact]
    public async Task FrontDoors_ActsOnAnotherTenantsRecords_AreRefusedAsMissing()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        var story = await TellAsync(host, s_one);
        await using var other = host.Work(s_two);
        var mine = await other.RegisterAsync(new NewCustomer { OrganisationName = "Two Ltd" });
        var before = await DatabaseState.ReadAsync(other.Context);
        IReadOnlyList<CrmError>[] refusals =
        [
            (await other.Customers.RenameAsync(story.Customer, new PersonName("X", "Y"))).Errors,
            (await other.Customers.AddEmailAsync(story.Customer, EmailAddress.Parse("x@example.com"))).Errors,
            (await other.Customers.AddPhoneAsync(story.Customer, PhoneNumber.Parse("+39 02 7654 3210", null))).Errors,
            (await other.History.RecordAsync(new ContactDetails(story.Customer, Channels.Phone, Direction.Inbound, "x"))).Errors,
            (await other.History.RecordAsync(new ContactDetails(mine, Channels.Phone, Direction.Inbound, "x") { OrganisationId = story.Customer })).Errors,
            (await other.History.LinkAsync(story.Interaction, new SubjectReference(SubjectKinds.Customer, mine.Value))).Errors,
            (await other.Desk.OpenAsync(new CaseDetails(story.Customer, "x"))).Errors,
            (await other.Desk.OpenAsync(new CaseDetails(mine, "x") { OrganisationId = story.Customer })).Errors,
            (await other.Desk.ReplyAsync(story.Case, "x")).Errors,
            (await other.Desk.AddNoteAsync(story.Case, "x")).Errors,
            (await other.Desk.ReceiveAsync(story.Case, "x", "y")).Errors,
            (await other.Desk.AssignAsync(story.Case, "x")).Errors,
            (await other.Desk.PrioritiseAsync(story.Case, CasePriority.Low)).Errors,
            (await other.Desk.WaitAsync(story.Case)).Errors,
            (await other.Desk.ResolveAsync(story.Case, "x")).Errors,
            (await other.Desk.CloseAsync(story.Case)).Errors,
            (await other.Desk.ReopenAsync(story.Case)).Errors,
            (await other.Knowledge.ReviseAsync(story.Item, new KnowledgeContent("T", "B", LanguageTag.Parse("en")))).Errors,
            (await other.Knowledge.ArchiveAsync(story.Item)).Errors,
            (await other.Orders.PlaceAsync(new NewOrder(story.Customer, [new NewOrderLine("kettle", 1)]))).Errors,
            (await other.Orders.PlaceAsync(new NewOrder(mine, [new NewOrderLine("kettle", 1)]))).Errors,
            (await other.Orders.CancelAsync(story.Order)).Errors,
            (await other.Orders.ReturnAsync(story.Order, 1, 1)).Errors,
            (await other.Orders.ImportAsync("shop", Purchases(story.Customer))).Errors,
        ];
        refusals.Should().AllSatisfy(r => r.Should().ContainSingle().Which.Code.Should().BeOneOf(
            "CustomerNotFound", "InteractionNotFound", "CaseNotFound", "KnowledgeItemNotFound", "OrderNotFound", "ProductUnknown"));
        await other.SaveAsync();
        (await DatabaseState.ReadAsync(other.Context)).Should().Equal(before);
    }

    private static async IAsyncEnumerable<ImportedPurchase> Purchases(CustomerId customer)
    {
        await Task.CompletedTask;
        yield return new ImportedPurchase(customer, new NodaTime.LocalDate(2026, 5, 1), 1, Known.Eur(10));
    }

    // How many records of the story each way of reading finds.
    private static async Task<Dictionary<string, int>> SeenAsync(CrmWork<TenantContext> work, Story story)
    {
        static int One(object? found) => found is null ? 0 : 1;
        var subject = new SubjectReference(SubjectKinds.Customer, story.Customer.Value);
        var facts = 0;
        await foreach (var _ in work.Get<IPurchaseQueries>().StreamAsync(null, default))
        {
            facts++;
        }

        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["customer by id"] = One(await work.Customers.FindAsync(story.Customer)),
            ["customer by reference"] = One(await work.Customers.FindAsync(new ExternalReference("shop", "1001")) is { } found && found.Id == story.Customer ? found : null),
            ["customers"] = (await work.Customers.ListAsync(new CustomerCriteria())).Items.Count,
            ["customers by text"] = (await work.Customers.ListAsync(new CustomerCriteria { Text = "rossi" })).Items.Count,
            ["customers by address"] = (await work.Customers.ListAsync(new CustomerCriteria { Text = "anna.rossi@" })).Items.Count,
            ["references"] = (await work.Get<ICustomerQueries>().FindByReferencesAsync("shop", ["1001"], default)).Count(r => r.Value == story.Customer),
            ["timeline of customer"] = (await work.History.TimelineAsync(subject)).Items.Count,
            ["timeline of case"] = (await work.History.TimelineAsync(new SubjectReference(SubjectKinds.Case, story.Case.Value))).Items.Count,
            ["case by id"] = One(await work.Desk.FindAsync(story.Case)),
            ["case by number"] = One(await work.Desk.FindAsync(story.CaseNumber) is { } opened && opened.Id == story.Case ? opened : null),
            ["cases"] = (await work.Desk.ListAsync(new CaseCriteria())).Items.Count,
            ["cases of customer"] = (await work.Desk.ListAsync(new CaseCriteria { CustomerId = story.Customer })).Items.Count,
            ["knowledge by id"] = One(await work.Knowledge.FindAsync(story.Item)),
            ["published knowledge"] = One(await work.Search.ReadAsync(story.Item)),
            ["count of knowledge"] = await work.Get<IKnowledgeQueries>().CountPublishedAsync([Audience.Public], work.Get<NodaTime.IClock>().GetCurrentInstant(), default),
            ["knowledge by text"] = (await work.Search.SearchAsync(new KnowledgeCriteria("kettle"))).Hits.Count,
            ["order by id"] = One(await work.Orders.FindAsync(story.Order)),
            ["order by number"] = One(await work.Orders.FindAsync(story.OrderNumber) is { } placed && placed.Id == story.Order ? placed : null),
            ["orders"] = (await work.Orders.OrdersAsync(story.Customer)).Count,
            ["purchases"] = (await work.Orders.HistoryAsync(story.Customer)).Count,
            ["all purchases"] = facts,
            ["purchase summaries"] = (await work.Get<IPurchaseQueries>().SummariesAsync(Currency.Eur, null, default)).Count,
            ["external ids"] = (await work.Get<IOrderStore>().FindExternalIdsAsync(["web-1"], default)).Count,
            ["catalogue"] = (await work.Get<IProductCatalog>().FindAsync(["kettle"], default)).Count,
            ["interaction"] = One(await work.Get<IInteractionStore>().FindAsync(story.Interaction, default)),
            ["interaction by external id"] = One(await work.Get<IInteractionStore>().FindByExternalIdAsync(Channels.Phone, "call-1", default)),
            ["audit"] = await work.Context.Set<EfCore.Saving.AuditEntry>().CountAsync(a => a.AggregateId == story.Case.Value),
        };
    }

    // The same references, numbers, stock-keeping units and external ids in every tenant.
    private static async Task<Story> TellAsync(CrmTestHost<TenantContext> host, CrmScope scope)
    {
        await using var work = host.Work(scope);
        var customer = await work.RegisterAsync(Known.Anna);
        await work.AddProductAsync("kettle", 10);
        var order = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]) { ExternalId = "web-1" })).Value;
        var call = (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Hello") { ExternalId = "call-1" })).Value;
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Kettle stays cold"))).Value;
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("Kettle", "Unplug it.", LanguageTag.Parse("en")), Audience.Public)).Value;
        (await work.Knowledge.PublishAsync(item.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        return new Story(customer, order.Id, order.Number, call.Id, opened.Id, opened.Number, item.Id);
    }

    private sealed record Story(
        CustomerId Customer, OrderId Order, OrderNumber OrderNumber, InteractionId Interaction, ServiceCaseId Case, CaseNumber CaseNumber, KnowledgeItemId Item);
}
