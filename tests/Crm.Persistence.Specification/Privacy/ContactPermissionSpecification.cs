using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Privacy;

/// <summary>Whether a customer may be contacted, and the reason why not, by customer and by address.</summary>
[Trait("Check", "CM-12")]
public abstract class ContactPermissionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly EmailAddress s_email = EmailAddress.Parse("anna.rossi@example.com");

    [SkippableFact]
    public async Task MayContact_Purposes_NeedWhatTheirKindNeeds()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        foreach (var purpose in new[] { null, new PurposeKey("unheard-of") })
        {
            (await AskAsync(work, id, purpose, Channels.Email)).Reason.Should().Be(ContactBarrier.UnknownPurpose);
        }

        foreach (var purpose in new[] { Purposes.Marketing, Purposes.Profiling, Purposes.Research })
        {
            (await AskAsync(work, id, purpose, Channels.Email)).Reason.Should().Be(ContactBarrier.NoConsent);
        }

        var transactional = await AskAsync(work, id, Purposes.Transactional, Channels.Email);
        (transactional.MayContact, transactional.Address!.Value, transactional.Consent).Should().Be((true, s_email.Value, null));
        (await AskAsync(work, id, Purposes.Transactional, Channels.Fax)).Reason.Should().Be(ContactBarrier.NoAddress);
        (await AskAsync(work, id, Purposes.Transactional, Channels.Letter)).MayContact.Should().BeTrue();
        (await AskAsync(work, id, Purposes.Transactional, new ChannelKey("pigeon"))).Reason.Should().Be(ContactBarrier.UnknownChannel);
        (await AskAsync(work, await work.RegisterAsync(), Purposes.Transactional, Channels.Letter)).Reason.Should().Be(ContactBarrier.NoAddress);
    }

    [SkippableFact]
    public async Task MayContact_ThroughAHistory_ExplainsEveryInstant()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        var desk = work.Get<ConsentDesk>();
        var start = host.Clock.Now;
        async Task NextAsync(Task<CrmResult<ConsentEntry>> act)
        {
            (await act).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            host.Clock.Advance(Duration.FromDays(1));
        }

        host.Clock.Advance(Duration.FromDays(1));
        var details = new ConsentDetails(id, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form") { Until = start + Duration.FromDays(3) };
        await NextAsync(desk.RecordAsync(details));                                                               // day 1
        host.Clock.Advance(Duration.FromDays(1));
        (await desk.RequestOptInAsync(details with { Until = null }, Duration.FromDays(1))).Succeeded.Should().BeTrue(); // day 3
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromDays(2));
        await NextAsync(desk.RecordAsync(details with { Until = null }));                                         // day 5
        await NextAsync(desk.WithdrawAsync(id, null, Channels.Email, "unsubscribe"));                             // day 6
        ContactBarrier?[] expected = [ContactBarrier.NoConsent, null, null, ContactBarrier.Pending, ContactBarrier.Expired, null, ContactBarrier.Withdrawn, ContactBarrier.Withdrawn];
        for (var day = 0; day < expected.Length; day++)
        {
            var decision = await AskAsync(work, id, Purposes.Marketing, Channels.Email, start + Duration.FromDays(day));
            decision.Reason.Should().Be(expected[day], $"day {day}");
            (decision.Address is null).Should().Be(expected[day] is not null);
        }

        (await AskAsync(work, id, Purposes.Marketing, Channels.Email)).Consent!.Decisive!.Source.Should().Be("unsubscribe");
        (await AskAsync(work, id, Purposes.Transactional, Channels.Email)).MayContact.Should().BeTrue("a withdrawal of everything stops no invoice");
    }

    [SkippableFact]
    public async Task MayContact_AddressWithFlags_IsNotUsed()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna with { Emails = [s_email, EmailAddress.Parse("second@example.com")] });
        (await GrantAsync(work, id, Channels.Email)).Should().BeTrue();
        var before = host.Clock.Now;
        host.Clock.Advance(Duration.FromHours(1));
        var customer = (await work.Customers.FindAsync(id))!;
        customer.OptOutContactPoint(customer.ContactPoints.Single(p => p.Value == s_email.Value).Id, host.Clock.Now);
        await work.SaveAsync();
        (await AskAsync(work, id, Purposes.Marketing, Channels.Email)).Address!.Value.Should().Be("second@example.com");
        (await AskAsync(work, id, Purposes.Transactional, Channels.Email)).Address!.Value.Should().Be(s_email.Value, "an opt-out is about advertising");
        (await AskAsync(work, id, Purposes.Marketing, Channels.Email, before)).Address!.Value.Should().Be(s_email.Value);
        customer.MarkContactPointInvalid(customer.ContactPoints.Single(p => p.Value == "second@example.com").Id, "bounced", host.Clock.Now);
        await work.SaveAsync();
        (await AskAsync(work, id, Purposes.Marketing, Channels.Email)).Barriers.Should().Equal(ContactBarrier.AddressOptedOut);
        customer.MarkContactPointInvalid(customer.ContactPoints.Single(p => p.Value == s_email.Value).Id, "bounced", host.Clock.Now);
        await work.SaveAsync();
        (await AskAsync(work, id, Purposes.Transactional, Channels.Email)).Barriers.Should().Equal(ContactBarrier.AddressInvalid);
    }

    [SkippableFact]
    public async Task MayMail_AddressThatSeveralShare_TakesARefusalOfAny()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var permissions = work.Get<ContactPermissions>();
        (await permissions.MayMailAsync(s_email, Purposes.Marketing)).Value.Reason.Should().Be(ContactBarrier.NoConsent, "nobody has it");
        (await permissions.MayMailAsync(s_email, Purposes.Transactional)).Value.MayContact.Should().BeTrue();
        (await permissions.MayMailAsync(s_email, null)).Value.Reason.Should().Be(ContactBarrier.UnknownPurpose);
        var (anna, bruno) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bruno", "Rossi"), Emails = [s_email] }));
        (await permissions.MayMailAsync(s_email, Purposes.Marketing)).Value.Reason.Should().Be(ContactBarrier.NoConsent);
        (await GrantAsync(work, bruno, Channels.Email)).Should().BeTrue();
        var decision = (await permissions.MayMailAsync(EmailAddress.Parse("Anna.Rossi@EXAMPLE.com"), Purposes.Marketing)).Value;
        (decision.MayContact, decision.CustomerId).Should().Be((true, bruno));
        (await work.Get<ConsentDesk>().WithdrawAsync(anna, null, null, "letter")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await permissions.MayMailAsync(s_email, Purposes.Marketing)).Value.Reason.Should().Be(ContactBarrier.Withdrawn);
        var phone = PhoneNumber.Parse("+39 02 1234 5678", null);
        (await permissions.MayCallAsync(phone, Purposes.Transactional, Channels.Phone)).Value.CustomerId.Should().Be(anna);
        (await permissions.MayCallAsync(phone, Purposes.Marketing, Channels.Phone)).Value.Reason.Should().Be(ContactBarrier.Withdrawn);
        (await permissions.MayCallAsync(phone, Purposes.Marketing, Channels.Email)).Errors.Single().Code.Should().Be("InvalidValue");
        (await permissions.MayCallAsync(phone, Purposes.Marketing, Channels.Letter)).Errors.Single().Code.Should().Be("InvalidValue");
    }

    [SkippableFact]
    public async Task MayContact_WhomTheActorMayNotRead_LooksLikeNobody()
    {
        var host = await HostAsync();
        CustomerId mine, other;
        await using (var work = host.Work())
        {
            (mine, other) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync());
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [mine.ToSubject()])));
        (await AskAsync(portal, mine, Purposes.Transactional, Channels.Email)).MayContact.Should().BeTrue();
        foreach (var unseen in new[] { other, CustomerId.New(host.Clock.Now) })
        {
            (await portal.Get<ContactPermissions>().MayContactAsync(unseen, Purposes.Marketing, Channels.Email)).Errors.Single().Code.Should().Be("CustomerNotFound");
        }

        (await portal.Get<ContactPermissions>().MayMailAsync(s_email, Purposes.Marketing)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<ContactPermissions>().MayContactAllAsync([mine], Purposes.Marketing, Channels.Email)).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task MayContactAll_NumberOfCommands_DoesNotGrowWithTheCustomers()
    {
        var commands = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(commands));
        await using var work = host.Work();
        var ids = new List<CustomerId>();
        for (var i = 0; i < 12; i++)
        {
            ids.Add(await work.RegisterAsync(Known.Anna with { References = [] }));
            (i % 2 == 0 || await GrantAsync(work, ids[i], Channels.Email)).Should().BeTrue();
        }

        var counts = new List<int>();
        foreach (var some in new[] { ids.Take(1), ids })
        {
            await using var fresh = host.Work();
            commands.Clear();
            var decided = (await fresh.Get<ContactPermissions>().MayContactAllAsync([.. some], Purposes.Marketing, Channels.Email)).Value;
            counts.Add(commands.Commands.Count);
            decided.Should().HaveCount(some.Count());
            foreach (var (id, decision) in decided)
            {
                decision.MayContact.Should().Be(ids.IndexOf(id) % 2 == 1);
            }
        }

        counts.Should().OnlyContain(c => c == counts[0]).And.OnlyContain(c => c <= 8);
        (await work.Get<ContactPermissions>().MayContactAllAsync([CustomerId.New(host.Clock.Now)], Purposes.Marketing, Channels.Email)).Value.Should().BeEmpty();
    }

    private static async Task<bool> GrantAsync(CrmWork<SpecificationContext> work, CustomerId id, ChannelKey channel)
    {
        var granted = await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(id, Purposes.Marketing, channel, ConsentStatus.Granted, "form"));
        await work.SaveAsync();
        return granted.Succeeded;
    }

    private static async Task<ContactDecision> AskAsync(CrmWork<SpecificationContext> work, CustomerId id, PurposeKey? purpose, ChannelKey channel, Instant? at = null) =>
        (await work.Get<ContactPermissions>().MayContactAsync(id, purpose, channel, at)).Value;
}
