using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Crm.Persistence.Specification.Auditing;

/// <summary>The history of a record can be read, and the record as it was at any instant.</summary>
[Trait("Check", "XC-02")]
public abstract class AuditTrailSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task History_OfARenamedCustomer_SaysWhoChangedWhatAndWhy()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        CustomerId id;
        await using (var work = host.Work())
        {
            id = await work.RegisterAsync(Known.Anna with { References = [] });
        }

        host.Clock.Advance(Duration.FromHours(1));
        await using (var work = host.Work(new CrmScope(Actor.Agent("bob", "Bob Bauer")) { Reason = "She married", CorrelationId = "mail-7" }))
        {
            (await work.Customers.RenameAsync(id, new PersonName("Anna", "Bianchi"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await using var reader = host.Work();
        var page = (await reader.Get<AuditTrail>().HistoryAsync(Subject(id))).Value;
        page.Next.Should().BeNull();
        page.Items.Should().HaveCount(2).And.BeInDescendingOrder(s => s.At);
        var save = page.Items[0];
        (save.ActorKind, save.ActorId, save.ActorName, save.Reason, save.CorrelationId).Should().Be((ActorKind.Agent, "bob", "Bob Bauer", "She married", "mail-7"));
        (save.At, save.RecordType).Should().Be((host.Clock.Now, nameof(Person)));
        save.Acts.Should().Equal("customers.customer-renamed");
        save.Changes.Should().Contain(new FieldChange(null, null, "Name.Family", "Rossi", "Bianchi"));
        page.Items[1].Changes.Should().Contain(c => c.Part == nameof(ContactPoint) && c.Field == "Value" && c.After == "anna.rossi@example.com");
    }

    [SkippableFact]
    public async Task History_OfAField_ListsOnlySavesAndChangesOfIt()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna with { References = [] });
        var customer = (Person)(await work.Customers.FindAsync(id))!;
        foreach (var family in (string[])["One", "DisplayName\":[", "Three"])
        {
            host.Clock.Advance(Duration.FromMinutes(1));
            customer.PreferLanguage(LanguageTag.Parse(family == "One" ? "sv" : "ro"), host.Clock.Now);
            await work.SaveAsync();
            host.Clock.Advance(Duration.FromMinutes(1));
            customer.Rename(new PersonName("Anna", family), host.Clock.Now);
            await work.SaveAsync();
        }

        var trail = work.Get<AuditTrail>();
        var renames = (await trail.HistoryAsync(Subject(id), new AuditCriteria { Field = "DisplayName" })).Value.Items;
        renames.SelectMany(s => s.Changes).Select(c => (c.Field, c.After)).Should().Equal(
            ("DisplayName", "Anna Three"), ("DisplayName", "Anna DisplayName\":["), ("DisplayName", "Anna One"), ("DisplayName", "Anna Rossi"));
        (await trail.HistoryAsync(Subject(id), new AuditCriteria { Field = "Language" })).Value.Items
            .SelectMany(s => s.Changes).Select(c => c.After).Should().Equal("ro", "sv", "it");
        var points = (await trail.HistoryAsync(Subject(id), new AuditCriteria { Field = nameof(ContactPoint) })).Value.Items;
        points.Should().ContainSingle().Which.Changes.Should().OnlyContain(c => c.Part == nameof(ContactPoint));
        (await trail.HistoryAsync(Subject(id), new AuditCriteria { Field = "ContactPoint.Value" })).Value.Items
            .Should().ContainSingle().Which.Changes.Should().HaveCount(2).And.OnlyContain(c => c.Field == "Value");
        (await trail.HistoryAsync(Subject(id), new AuditCriteria { Field = "Nothing" })).Value.Items.Should().BeEmpty();
        (await trail.HistoryAsync(Subject(id), new AuditCriteria { Field = "\0'%_\"" })).Value.Items.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task History_InPages_IsCompleteAndWithoutRepetition()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        var customer = (await work.Customers.FindAsync(id))!;
        for (var i = 0; i < 12; i++)
        {
            // Saves of one instant too.
            host.Clock.Advance(Duration.FromSeconds(i % 3));
            if (i % 2 == 0)
            {
                customer.PreferLanguage(LanguageTag.Parse(i % 4 == 0 ? "sv" : "ro"), host.Clock.Now);
            }
            else
            {
                customer.AddEmail(EmailAddress.Parse($"anna{i}@example.com"), host.Clock.Now);
            }

            await work.SaveAsync();
        }

        foreach (var (criteria, expected) in new[] { (AuditCriteria.All, 13), (new AuditCriteria { Field = "Language" }, 6), (new AuditCriteria { ActorId = "nobody" }, 0) })
        {
            var seen = new List<Guid>();
            var request = new PageRequest { Take = 5 };
            for (PageKey? after = null; ; request = new PageRequest { Take = 5, After = after })
            {
                var page = (await work.Get<AuditTrail>().HistoryAsync(Subject(id), criteria, request)).Value;
                seen.AddRange(page.Items.Select(s => s.Id));
                if ((after = page.Next) is null)
                {
                    break;
                }

                page.Items.Should().HaveCount(5);
            }

            seen.Should().HaveCount(expected).And.OnlyHaveUniqueItems();
        }

        var from = host.Clock.Now;
        (await work.Get<AuditTrail>().HistoryAsync(Subject(id), new AuditCriteria { From = from })).Value.Items.Should().OnlyContain(s => s.At >= from).And.NotBeEmpty();
        (await work.Get<AuditTrail>().HistoryAsync(Subject(id), new AuditCriteria { Before = from })).Value.Items.Should().OnlyContain(s => s.At < from).And.NotBeEmpty();
    }

    [SkippableFact]
    public async Task History_ForAPortalCustomer_IsRefused()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        CustomerId id;
        await using (var work = host.Work())
        {
            id = await work.RegisterAsync();
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [Subject(id)])));
        (await portal.Get<AuditTrail>().HistoryAsync(Subject(id))).Errors.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed");
        (await portal.Get<AuditTrail>().AsOfAsync(Subject(id), host.Clock.Now)).Errors.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task History_OfAForeignTenant_IsEmpty()
    {
        var host = await SharedHostAsync<TenantContext>();
        CustomerId id;
        await using (var work = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = "one" }))
        {
            id = await work.RegisterAsync();
            (await work.Get<AuditTrail>().HistoryAsync(Subject(id))).Value.Items.Should().ContainSingle();
        }

        await using var other = host.Work(new CrmScope(Actor.Agent("eve")) { TenantId = "two" });
        (await other.Get<AuditTrail>().HistoryAsync(Subject(id))).Value.Items.Should().BeEmpty();
        (await other.Get<AuditTrail>().AsOfAsync(Subject(id), host.Clock.Now)).Errors.Should().ContainSingle().Which.Code.Should().Be("RecordNotFoundAt");
    }

    [SkippableFact]
    public async Task AsOf_BeforeTheFirstSaveAndAfterTheLast_FindsNothing()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        host.Clock.Advance(Duration.FromMinutes(1));
        var id = await work.RegisterAsync(Known.Anna with { References = [new ExternalReference("shop.example", "10.5%:7")] });
        var trail = work.Get<AuditTrail>();
        (await trail.AsOfAsync(Subject(id), host.Clock.Now - Duration.FromSeconds(1))).Errors.Should().ContainSingle().Which.Code.Should().Be("RecordNotFoundAt");
        (await trail.AsOfAsync(Subject(id), host.Clock.Now)).Value.Parts.Single(p => p.Kind == nameof(CustomerReference))["Value"].Should().Be("10.5%:7");
        var alive = host.Clock.Now;
        host.Clock.Advance(Duration.FromMinutes(1));
        work.Context.Remove((await work.Customers.FindAsync(id))!);
        await work.SaveAsync();
        (await trail.AsOfAsync(Subject(id), host.Clock.Now)).Succeeded.Should().BeFalse();
        (await trail.AsOfAsync(Subject(id), alive)).Value["DisplayName"].Should().Be("Anna Rossi");
    }

    [SkippableFact]
    public async Task AsOf_AnyInstantOfARandomLife_IsTheSnapshotTakenThen()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        for (var life = 0; life < TestScale.Count(5, 100); life++)
        {
            var random = new Random(life);
            await using var work = host.Work();
            host.Clock.Advance(Duration.FromMinutes(1));
            var id = await work.RegisterAsync(Known.Anna with { References = [] });
            var customer = (Person)(await work.Customers.FindAsync(id))!;
            var snapshots = new List<(Instant At, string State)> { (host.Clock.Now, Snapshot(customer)) };
            for (var save = 0; save < 12; save++)
            {
                host.Clock.Advance(Duration.FromMilliseconds(random.Next(1, 100_000)));
                for (var acts = random.Next(1, 4); acts > 0; acts--)
                {
                    Act(customer, random, host.Clock.Now);
                }

                await work.SaveAsync();
                snapshots.Add((host.Clock.Now, Snapshot(customer)));
            }

            foreach (var (at, state) in snapshots)
            {
                Snapshot((await work.Get<AuditTrail>().AsOfAsync(Subject(id), at)).Value).Should().Be(state, "of life {0} at {1}", life, at);
            }
        }
    }

    private static void Act(Person customer, Random random, Instant now)
    {
        switch (random.Next(7))
        {
            case 0:
                customer.Rename(new PersonName("Anna", $"Name {random.Next(5)}", random.Next(2) == 0 ? "Dr." : null), now);
                break;
            case 1:
                customer.PreferLanguage(random.Next(3) == 0 ? null : LanguageTag.Parse(random.Next(2) == 0 ? "sv" : "ro"), now);
                break;
            case 2:
                customer.SetBirthDate(random.Next(3) == 0 ? null : new LocalDate(1980, 1, 1 + random.Next(28)), now);
                break;
            case 3 when EmailAddress.Parse($"anna{random.Next(6)}@example.com") is var email && customer.CanAddEmail(email):
                customer.AddEmail(email, now);
                break;
            case 4 when customer.ContactPoints.Count > 0:
                customer.RemoveContactPoint(customer.ContactPoints[random.Next(customer.ContactPoints.Count)].Id, now);
                break;
            case 5 when customer.ContactPoints.Count > 0:
                customer.MakeContactPointPrimary(customer.ContactPoints[random.Next(customer.ContactPoints.Count)].Id, now);
                break;
            default:
                var reference = new ExternalReference("life", $"{customer.Id}.{random.Next(1000)}");
                if (customer.CanAddReference(reference))
                {
                    customer.AddReference(reference, now);
                }

                break;
        }
    }

    private static string Snapshot(Person customer) => string.Join('\n', (string?[])
    [
        customer.DisplayName, customer.Name.Family, customer.Name.Prefix, customer.Language?.ToString(),
        customer.BirthDate is { } date ? LocalDatePattern.Iso.Format(date) : null,
        .. customer.ContactPoints.Select(p => $"{p.Id} {p.Kind} {p.Value} {p.IsPrimary}").Order(StringComparer.Ordinal),
        .. customer.References.Select(r => $"{r.System} {r.Value}").Order(StringComparer.Ordinal),
    ]);

    private static string Snapshot(RecordState state) => string.Join('\n', (string?[])
    [
        state["DisplayName"], state["Name.Family"], state["Name.Prefix"], state["Language"], state["BirthDate"],
        .. state.Parts.Where(p => p.Kind == nameof(ContactPoint))
            .Select(p => $"{p.Key} {p["Kind"]} {p["Value"]} {(p["IsPrimary"] == "true" ? "True" : "False")}").Order(StringComparer.Ordinal),
        .. state.Parts.Where(p => p.Kind == nameof(CustomerReference)).Select(p => $"{p["System"]} {p["Value"]}").Order(StringComparer.Ordinal),
    ]);

    private static SubjectReference Subject(CustomerId id) => new(SubjectKinds.Customer, id.Value);
}
