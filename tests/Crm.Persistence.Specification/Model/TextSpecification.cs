using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Model;

/// <summary>Hostile texts are stored as they were accepted, or refused in words; searching for them never fails.</summary>
public abstract class TextSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly string[] s_own =
    [
        "a\0b", "\ud800", "\udc00x", "a\ud83d", "\ufffe", "\uffff", "😀", "👩‍👩‍👧‍👦", "e\u0301", "é", "İstanbul", "ẞ", "ﷺ", "\u202eabc", "a\r\nb", "a\u2028b", "\t", "' or 1=1 --", "%_\\", "\"", "`", "\u001b[31m",
    ];

    [SkippableFact]
    public async Task Text_HostileInNamesSubjectsAndBodies_ComesBackOrIsRefused()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        var accepted = new Dictionary<Guid, (string? Line, string? Body)>();
        var (refused, texts) = (0, await TextsAsync());
        foreach (var some in texts.Chunk(50))
        {
            await using var work = host.Work();
            var customer = await work.RegisterAsync();
            foreach (var text in some)
            {
                Track(await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = text }), c => (c.Id.Value, c.DisplayName, null));
                Track(await work.Customers.RegisterAsync(new NewCustomer { Name = PersonOrNull(text), OrganisationName = "Fallback Ltd" }), c => (c.Id.Value, c.DisplayName, null));
                Track(
                    await work.History.RecordAsync(new ContactDetails(customer, Channels.Web, Direction.Inbound, text) { Body = text, CustomerAddress = text }),
                    i => (i.Id.Value, i.Subject, i.Body));
                Track(await work.History.RecordAsync(new ContactDetails(customer, Channels.Web, Direction.Inbound, "Body only") { Body = text }), i => (i.Id.Value, i.Subject, i.Body));
                Track(await work.Knowledge.WriteAsync(new KnowledgeContent("Title", text, LanguageTag.Parse("en")), Audience.Public), i => (i.Id.Value, i.Title, i.Body));
                Track(await work.Desk.OpenAsync(new CaseDetails(customer, "Subject") { Description = text }), c => (c.Id.Value, c.Subject, c.Messages.SingleOrDefault()?.Body));
            }

            await work.SaveAsync();
        }

        await using var reader = host.Work();
        var context = reader.Context;
        var stored = (await context.Set<Customer>().AsNoTracking().ToListAsync()).Select(c => (c.Id.Value, (string?)c.DisplayName, (string?)null))
            .Concat((await context.Set<Interaction>().AsNoTracking().ToListAsync()).Select(i => (i.Id.Value, (string?)i.Subject, i.Body)))
            .Concat((await context.Set<KnowledgeItem>().AsNoTracking().ToListAsync()).Select(i => (i.Id.Value, (string?)i.Title, (string?)i.Body)))
            .Concat((await context.Set<ServiceCase>().AsNoTracking().ToListAsync()).Select(c => (c.Id.Value, (string?)c.Subject, c.Messages.SingleOrDefault()?.Body)))
            .ToDictionary(r => r.Item1, r => (r.Item2, r.Item3));
        accepted.Should().HaveCountGreaterThan(2_000);
        refused.Should().BePositive();
        accepted.Where(a => !stored.TryGetValue(a.Key, out var found) || found != a.Value).Should().BeEmpty();
        (await context.Set<TimelineEntry>().CountAsync()).Should().BeGreaterThan(2_000);

        void Track<T>(CrmResult<T> result, Func<T, (Guid Id, string? Line, string? Body)> read)
            where T : notnull
        {
            if (result.TryGetValue(out var made))
            {
                var (id, line, body) = read(made);
                accepted.Add(id, (line, body));
            }
            else
            {
                refused++;
                result.Errors.Should().OnlyContain(e => e.Code == "InvalidValue" || e.Code == "CustomerNameMissing");
            }
        }
    }

    [SkippableFact]
    public async Task Text_HostileInSearches_FindsOrFindsNothing()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        var customer = await work.RegisterAsync(new NewCustomer { OrganisationName = "Plain Ltd" });
        foreach (var text in (await TextsAsync()).Where((_, i) => i % 5 == 0).Concat(s_own))
        {
            await work.Customers.ListAsync(new CustomerCriteria { Text = text });
            await work.Search.SearchAsync(new KnowledgeCriteria(text) { Sku = text });
            await work.Search.SearchAsync(new KnowledgeCriteria("kettle") { Sku = text });
            await work.Desk.ListAsync(new CaseCriteria { AssigneeId = text });
            await work.History.TimelineAsync(new SubjectReference(SubjectKinds.Customer, customer.Value), new TimelineCriteria { Kinds = [text] });
            (await work.Orders.PlaceAsync(new(customer, [new(text, 1)]))).Succeeded.Should().BeFalse();
        }
    }

    [SkippableFact]
    [Trait("Check", "XC-12")]
    public async Task Text_EveryNaughtyName_IsFoundByItselfOrRefusedWithoutATrace()
    {
        var host = await HostAsync();
        var kept = new List<(CustomerId Id, string Name)>();
        await using (var work = host.Work())
        {
            foreach (var text in (await TextsAsync()).Distinct(StringComparer.Ordinal))
            {
                var before = work.Context.ChangeTracker.Entries().Count();
                var result = await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = text });
                if (result.TryGetValue(out var customer))
                {
                    kept.Add((customer.Id, customer.DisplayName));
                }
                else
                {
                    result.Errors.Should().OnlyContain(e => e.Code == "InvalidValue" || e.Code == "CustomerNameMissing");
                    work.Context.ChangeTracker.Entries().Count().Should().Be(before);
                }
            }

            await work.SaveAsync();
        }

        await using var reader = host.Work();
        (await reader.Context.Set<Customer>().CountAsync()).Should().Be(kept.Count);
        var searchable = kept.Where(k => ComparisonKey.Words(k.Name).Count > 0).ToList();
        searchable.Should().HaveCountGreaterThan(300);
        foreach (var (id, name) in searchable)
        {
            var found = await reader.Customers.ListAsync(new CustomerCriteria { Text = name }, new PageRequest { Take = PageRequest.MaxTake });
            found.Items.Should().Contain(c => c.Id == id && c.DisplayName == name, name);
        }
    }

    [SkippableFact]
    public async Task Text_SearchedByItself_IsFoundOnBothDatabases()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        string[] names = ["100% Wolle", "under_score", "back\\slash", "quote'd", "STRASSE ẞ", "İstanbul", "Ⅷ numeral", "ﬁne ligature", "e\u0301clair", "😀 smile", "naïve café"];
        foreach (var name in names)
        {
            await work.RegisterAsync(new NewCustomer { OrganisationName = name });
        }

        foreach (var name in names)
        {
            // A text without letters and digits asks for nothing.
            foreach (var text in new[] { name, name.ToUpperInvariant(), name[..3] }.Where(t => t.Any(char.IsLetterOrDigit)))
            {
                (await work.Customers.ListAsync(new CustomerCriteria { Text = text })).Items.Select(c => c.DisplayName).Should().Contain(name.Normalize(), text);
            }
        }

        foreach (var sign in new[] { "%", "_", "\\" })
        {
            (await work.Customers.ListAsync(new CustomerCriteria { Text = sign })).Items.Should().BeEmpty("a sign is no wild card");
        }
    }

    private static PersonName? PersonOrNull(string text)
    {
        try
        {
            return new PersonName(text, text, nickname: text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<string>> TextsAsync()
    {
        await using var file = File.OpenRead(TestData.Require("text/blns.json"));
        return [.. (await JsonSerializer.DeserializeAsync<string[]>(file))!, .. s_own];
    }
}
