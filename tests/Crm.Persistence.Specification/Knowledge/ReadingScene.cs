using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>Published items, and people who read them.</summary>
public static class ReadingScene
{
    public static LanguageTag English { get; } = LanguageTag.Parse("en");

    public static CrmScope Guest { get; } = new(Actor.Guest);

    /// <summary>A host that keeps readers.</summary>
    public static void KeepsReaders(HostSetup setup) => setup.Crm = o => o.KnowledgeReading.ReaderSecret = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public static CrmScope Portal(CustomerId customer, string account = "anna") => new(Actor.PortalCustomer(account, [customer.ToSubject()]));

    public static async Task<KnowledgeItemId> PublishItemAsync(
        this CrmTestHost<SpecificationContext> host, string title, string body = "Unplug it, wait a minute, plug it in.", Audience audience = Audience.Public)
    {
        await using var work = host.Work();
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent(title, body, English), audience)).Value;
        (await work.Knowledge.PublishAsync(item.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        return item.Id;
    }

    /// <summary>One act of a reader, saved.</summary>
    public static async Task ReadAsync(this CrmTestHost<SpecificationContext> host, CrmScope reader, Func<KnowledgeReading, Task<Crm.Domain.Primitives.CrmResult<KnowledgeSessionId>>> act)
    {
        await using var work = host.Work(reader);
        (await act(work.Get<KnowledgeReading>())).Errors.Should().BeEmpty();
        await work.SaveAsync();
    }

    /// <summary>A guest asks, with or without hits, and opens an item or none.</summary>
    public static async Task GuestAsksAsync(this CrmTestHost<SpecificationContext> host, string key, string question, int hits = 1, KnowledgeItemId? opens = null)
    {
        await host.ReadAsync(Guest, r => r.SearchedAsync(question, English, hits, key));
        if (opens is { } item)
        {
            await host.ReadAsync(Guest, r => r.OpenedAsync(item, key));
        }
    }
}
