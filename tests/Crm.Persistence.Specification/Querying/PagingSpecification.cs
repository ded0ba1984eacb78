using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.Querying;

/// <summary>Pages follow each other without gap or repetition, newest first, whatever is added meanwhile and however many instants are equal.</summary>
public abstract class PagingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Rows = 47;

    [SkippableFact]
    public async Task Customers_PageByPage_AreComplete()
    {
        var host = await HostAsync();
        var made = new List<(NodaTime.Instant At, Guid Id)>();
        await using var work = host.Work();
        await RepeatAsync(host, work, async () => made.Add((host.Clock.Now, (await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = "Paged Ltd" })).Value.Id.Value)));
        await using var reader = host.Work();
        await ShouldBeCompleteAsync(
            made,
            async page => (await reader.Customers.ListAsync(new CustomerCriteria { Kind = CustomerKind.Organisation, Text = "paged" }, page)) is var found
                ? (found.Items.Select(c => (c.CreatedAt, c.Id.Value)), found.Next) : default,
            async () =>
            {
                await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = "Paged Newcomer Ltd" });
                await work.SaveAsync();
            });
    }

    [SkippableFact]
    public async Task Cases_PageByPage_AreComplete()
    {
        var host = await HostAsync();
        var made = new List<(NodaTime.Instant At, Guid Id)>();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        await RepeatAsync(host, work, async () => made.Add((host.Clock.Now, (await work.Desk.OpenAsync(new CaseDetails(customer, "Paged"))).Value.Id.Value)));
        await using var reader = host.Work();
        await ShouldBeCompleteAsync(
            made,
            async page => (await reader.Desk.ListAsync(CaseCriteria.Unresolved with { CustomerId = customer }, page)) is var found
                ? (found.Items.Select(c => (c.OpenedAt, c.Id.Value)), found.Next) : default,
            async () =>
            {
                await work.Desk.OpenAsync(new CaseDetails(customer, "Newcomer"));
                await work.SaveAsync();
            });
    }

    [SkippableFact]
    [Trait("Check", "KB-05")]
    public async Task KnowledgeItems_PageByPage_AreCompleteForTheReader()
    {
        var host = await HostAsync();
        var made = new List<(NodaTime.Instant At, Guid Id)>();
        await using var work = host.Work();
        var i = 0;
        await RepeatAsync(host, work, async () =>
        {
            await PublishAsync(work, "Internal", Audience.Internal, "en");
            await PublishAsync(work, "German", Audience.Public, "de");
            made.Add((host.Clock.Now, await PublishAsync(work, "Public", ++i % 2 == 0 ? Audience.Public : Audience.Customer, i % 3 == 0 ? "en-GB" : "en")));
            await work.Knowledge.WriteAsync(new KnowledgeContent("Draft", "Body", LanguageTag.Parse("en")), Audience.Public);
        });
        await using var reader = host.Work(work.Scope with { Actor = Actor.PortalCustomer("anna", []) });
        var english = new KnowledgeListCriteria { Language = LanguageTag.Parse("en-US") };
        await ShouldBeCompleteAsync(
            made,
            async page => (await reader.Search.ListAsync(english, page)) is var found
                ? (found.Items.Select(c => (c.PublishedAt, c.Id.Value)), found.Next) : default,
            async () =>
            {
                await PublishAsync(work, "Newcomer", Audience.Public, "en");
                await work.SaveAsync();
            });

        await using var guest = host.Work(work.Scope with { Actor = Actor.Guest });
        var shown = (await guest.Search.ListAsync(KnowledgeListCriteria.All, new PageRequest { Take = 1000 })).Items;
        shown.Should().OnlyContain(k => k.Audience == Audience.Public).And.Contain(k => k.Title == "German");
        (await guest.Search.ListAsync(new KnowledgeListCriteria { Sku = "NONE" })).Items.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Timeline_PageByPage_IsComplete()
    {
        var host = await HostAsync();
        var made = new List<(NodaTime.Instant At, string Text)>();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var other = await work.RegisterAsync();
        var i = 0;
        await RepeatAsync(host, work, async () =>
        {
            made.Add((host.Clock.Now, $"Contact {++i}"));
            await work.History.RecordAsync(new ContactDetails(customer, Channels.Web, Direction.Inbound, made[^1].Text));
            await work.History.RecordAsync(new ContactDetails(other, Channels.Web, Direction.Inbound, "Another's"));
        });
        await using var reader = host.Work();
        var subject = new SubjectReference(SubjectKinds.Customer, customer.Value);
        var seen = new List<TimelineItem>();
        PageRequest? page = new() { Take = 7 };
        while (page is not null)
        {
            var found = await reader.History.TimelineAsync(subject, new TimelineCriteria { Kinds = ["interaction"] }, page);
            seen.AddRange(found.Items);
            page = found.Next is null ? null : page with { After = PageKey.TryParse(found.Next.ToString()) };
            await work.History.RecordAsync(new ContactDetails(customer, Channels.Web, Direction.Inbound, "Newcomer"));
            await work.SaveAsync();
        }

        seen.Select(t => (t.At, t.Text)).Should().BeEquivalentTo(made);
        seen.Should().Equal(seen.OrderByDescending(t => t.At).ThenByDescending(t => t.Id));
        (await reader.History.TimelineAsync(subject, new TimelineCriteria { Kinds = ["customer-created", "no-kind"] })).Items.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Page_ExactlyFull_HasNoNext()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        for (var i = 0; i < 3; i++)
        {
            await work.RegisterAsync(new NewCustomer { OrganisationName = $"Full {i}" });
        }

        (await work.Customers.ListAsync(new CustomerCriteria(), new PageRequest { Take = 3 })).Should().Match<Page<CustomerSummary>>(p => p.Items.Count == 3 && p.Next == null);
        (await work.Customers.ListAsync(new CustomerCriteria(), new PageRequest { Take = 2 })).Should().Match<Page<CustomerSummary>>(p => p.Items.Count == 2 && p.Next != null);
    }

    private static async Task<Guid> PublishAsync(CrmWork<SpecificationContext> work, string title, Audience audience, string language)
    {
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent(title, "Body", LanguageTag.Parse(language)), audience)).Value;
        return (await work.Knowledge.PublishAsync(item.Id)).Value.Id.Value;
    }

    // Ten at each of several instants, some of them microseconds apart.
    private static async Task RepeatAsync(CrmTestHost<SpecificationContext> host, CrmWork<SpecificationContext> work, Func<Task> make)
    {
        for (var i = 0; i < Rows; i++)
        {
            if (i % 10 == 0)
            {
                host.Clock.Advance(i % 20 == 0 ? NodaTime.Duration.FromTicks(10) : NodaTime.Duration.FromSeconds(1));
            }

            await make();
        }

        await work.SaveAsync();
        host.Clock.Advance(NodaTime.Duration.FromSeconds(1));
    }

    private static async Task ShouldBeCompleteAsync(
        List<(NodaTime.Instant At, Guid Id)> made, Func<PageRequest, Task<(IEnumerable<(NodaTime.Instant, Guid)> Items, PageKey? Next)>> read, Func<Task> meanwhile)
    {
        var seen = new List<(NodaTime.Instant At, Guid Id)>();
        PageRequest? page = new() { Take = 7 };
        while (page is not null)
        {
            var (items, next) = await read(page);
            seen.AddRange(items);
            page = next is null ? null : page with { After = PageKey.TryParse(next.ToString()) };
            await meanwhile();
        }

        seen.Should().Equal(made.OrderByDescending(m => m.At).ThenByDescending(m => m.Id));
    }
}
