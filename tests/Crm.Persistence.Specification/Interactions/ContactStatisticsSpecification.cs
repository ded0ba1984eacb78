using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>How often and when a customer was in contact, and how long it waited for answers.</summary>
public abstract class ContactStatisticsSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "IN-03")]
    public async Task Statistics_OfACustomer_SayWhenHowOftenAndHowLongItWaited()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync(Known.Anna);
        var start = host.Clock.Now;
        (int Hours, ChannelKey Channel, Direction Direction, bool Automatic, CallStatus? Call)[] story =
        [
            (0, Channels.Email, Direction.Inbound, false, null), (1, Channels.Email, Direction.Outbound, true, null), (2, Channels.Email, Direction.Inbound, false, null), (4, Channels.Email, Direction.Outbound, false, null),
            (5, Channels.Phone, Direction.Inbound, false, CallStatus.Completed), (6, Channels.Phone, Direction.Inbound, false, CallStatus.NoAnswer), (7, Channels.Phone, Direction.Outbound, false, CallStatus.Busy),
            (8, Channels.Phone, Direction.Outbound, false, CallStatus.Completed), (9, Channels.PrintedMatter, Direction.Outbound, false, null), (10, Channels.Chat, Direction.Inbound, false, null), (11, Channels.Letter, Direction.Inbound, false, null),
        ];
        host.Clock.Advance(Duration.FromHours(11) + Duration.FromDays(3));
        foreach (var (hours, channel, direction, automatic, call) in story)
        {
            (await work.History.RecordAsync(new ContactDetails(customer, channel, direction, "Something")
            {
                At = start + Duration.FromHours(hours), IsAutomatic = automatic, Call = call is { } status ? new CallDetails(status) : null,
            })).Succeeded.Should().BeTrue();
        }

        (await work.History.RecordAsync(new ContactDetails(customer, Channels.Chat, Direction.Internal, "Among us") { Audience = Audience.Internal })).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var seen = (await work.History.StatisticsAsync(customer))!;

        (seen.Inbound, seen.Outbound, seen.Automatic).Should().Be((6, 4, 1));
        (seen.FirstInboundAt, seen.LastInboundAt, seen.FirstOutboundAt, seen.LastOutboundAt).Should().Be((start, start + Duration.FromHours(11), start + Duration.FromHours(4), start + Duration.FromHours(9)));
        (seen.DaysSinceInbound, seen.DaysSinceOutbound).Should().Be((3, 3));
        seen.ByChannel.Select(c => (c.Channel, c.Direction, c.Count)).Should().BeEquivalentTo(
        [
            (Channels.Email, Direction.Inbound, 2), (Channels.Email, Direction.Outbound, 1), (Channels.Phone, Direction.Inbound, 2), (Channels.Phone, Direction.Outbound, 2),
            (Channels.PrintedMatter, Direction.Outbound, 1), (Channels.Chat, Direction.Inbound, 1), (Channels.Letter, Direction.Inbound, 1), (Channels.Chat, Direction.Internal, 1),
        ]);

        // Mail at 0, answered at 4 (not by the machine at 1); missed call at 6, called back at 8 (busy at 7); letter at 11, not answered (no mailing is an answer).
        seen.Responses.Should().Be(new ResponseTimes(2, Duration.FromHours(3), Duration.FromHours(3), start + Duration.FromHours(11)));
        (await work.Get<CustomerOverviews>().FindAsync(customer))!.Contacts.Should().BeEquivalentTo(seen, "the unified view says the same");
    }

    [SkippableFact]
    [Trait("Check", "IN-03")]
    public async Task Statistics_OfAnOrganisation_CountWhatWasSaidOnItsBehalf()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, firm) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { OrganisationName = "Engines Ltd" }));
        (await work.History.RecordAsync(new ContactDetails(anna, Channels.Email, Direction.Inbound, "Order") { OrganisationId = firm })).Succeeded.Should().BeTrue();
        (await work.History.RecordAsync(new ContactDetails(firm, Channels.Email, Direction.Outbound, "Answer"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var seen = (await work.History.StatisticsAsync(firm))!;

        (seen.Inbound, seen.Outbound).Should().Be((1, 1));
        (await work.History.StatisticsAsync(anna))!.Outbound.Should().Be(0);
    }

    [SkippableFact]
    [Trait("Check", "IN-03")]
    public async Task Statistics_NumberOfCommands_DoesNotGrowAndOthersSeeNothing()
    {
        var commands = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(commands));
        await using var work = host.Work();
        var (bare, busy) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") }));
        foreach (var i in Enumerable.Range(0, 40))
        {
            (await work.History.RecordAsync(new ContactDetails(busy, i % 2 == 0 ? Channels.Email : Channels.Phone, Direction.Inbound, "Something") { Audience = i % 4 == 0 ? Audience.Internal : Audience.Customer })).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        var counts = new List<int>();
        foreach (var customer in new[] { bare, busy })
        {
            await using var reader = host.Work();
            commands.Clear();
            (await reader.History.StatisticsAsync(customer)).Should().NotBeNull();
            counts.Add(commands.Commands.Count);
        }

        counts.Should().Equal(3, 3);
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [busy.ToSubject()])));
        (await portal.History.StatisticsAsync(busy))!.Inbound.Should().Be(30, "what is internal does not count for others");
        (await portal.History.StatisticsAsync(bare)).Should().BeNull();
        (await work.History.StatisticsAsync(CustomerId.New(host.Clock.Now))).Should().BeNull();
    }

    [SkippableFact]
    [Trait("Check", "IN-03")]
    public async Task Statistics_OfAllCustomers_AreFieldsOfCriteria()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, bob) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") }));
        (await work.History.RecordAsync(new ContactDetails(anna, Channels.Email, Direction.Inbound, "Hello"))).Succeeded.Should().BeTrue();
        (await work.History.RecordAsync(new ContactDetails(bob, Channels.Email, Direction.Inbound, "Out of office") { IsAutomatic = true })).Succeeded.Should().BeTrue();
        (await work.History.RecordAsync(new ContactDetails(bob, Channels.Email, Direction.Outbound, "Hello"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromDays(1));

        (await FindAsync("""{"field":"interactions.inbound","operator":"greaterThan","value":0}""")).Should().Equal(anna);
        (await FindAsync("""{"field":"interactions.lastOutbound","operator":"withinLast","value":7}""")).Should().Equal(bob);
        (await FindAsync("""{"field":"interactions.lastInbound","operator":"isEmpty"}""")).Should().Equal(bob);
        (await FindAsync("""{"field":"interactions.count","operator":"equals","value":1,"where":{"field":"automatic","operator":"equals","value":true}}""")).Should().Equal(bob);

        async Task<IEnumerable<CustomerId>> FindAsync(string json) => (await work.Get<CustomerSegments>().ListAsync(Criterion.Parse(json).Value)).Value.Items.Select(c => c.Id);
    }
}
