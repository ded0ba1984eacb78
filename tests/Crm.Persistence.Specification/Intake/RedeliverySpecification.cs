using System.Collections.Concurrent;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Intake;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Intake;

/// <summary>However often and at once a message is delivered, it is one contact.</summary>
[Trait("Check", "IN-06")]
public abstract class RedeliverySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Workers = 8;

    [SkippableFact]
    public async Task EveryMessage_DeliveredThreeTimesInRandomOrderByEightWorkers_IsOneInteraction()
    {
        var count = TestScale.Count(400, 10_000);
        var host = await HostAsync(s => s.Crm = o => o.Intake.BatchSize = 50);
        await host.AnnaAsync();
        var random = new Random(20260508);
        var deliveries = Enumerable.Range(0, 3 * count).Select(i => i % count).ToArray();
        random.Shuffle(deliveries);
        var queue = new ConcurrentQueue<int[]>(deliveries.Chunk(20));
        var outcomes = new ConcurrentBag<IntakeOutcome>();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var chunk))
            {
                foreach (var result in await host.TakeAllAsync([.. chunk.Select(i => Message(i))]))
                {
                    outcomes.Add(result.Outcome);
                }
            }
        })));

        outcomes.Should().NotContain(IntakeOutcome.Refused);
        (outcomes.Count(o => o == IntakeOutcome.Duplicate), outcomes.Count).Should().Be((2 * count, 3 * count));
        await using var work = host.Work();
        (await work.Context.Set<Interaction>().CountAsync(), await work.Context.Set<HandledMessageRow>().CountAsync()).Should().Be((count, count));
        var senders = await work.Context.Set<Crm.Domain.Customers.Customer>().CountAsync();
        senders.Should().Be(1 + Math.Min(count, 100), "two deliveries from one new address make one customer");
    }

    // Some known, some new senders, some without an id of their own.
    private static InboundMessage Message(int i) =>
        Post.Mail(i % 3 == 0 ? Post.Anna : $"sender{i % 100}@example.org", $"<m{i}@example.com>", $"Subject {i}", $"Text {i}") is var mail && i % 10 == 0 ? mail with { MessageId = null } : mail;

    [SkippableFact]
    public async Task TwoDeliveries_AtOnce_OneWinsAndTheOtherIsADuplicate()
    {
        var host = await HostAsync();
        for (var round = 0; round < 10; round++)
        {
            var mail = Post.Mail("bob@example.org", $"<r{round}@example.org>");
            var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => host.TakeAsync(mail))));
            both.Select(b => b.Outcome).Should().BeEquivalentTo([IntakeOutcome.NewCase, IntakeOutcome.Duplicate]);
            both[0].InteractionId.Should().Be(both[1].InteractionId!.Value, "the duplicate names what the other became");
            both[0].CaseId.Should().Be(both[1].CaseId!.Value);
        }
    }

    [SkippableFact]
    public async Task Memory_OutlivesWhatTheMessageBecame_ForThirtyDaysAndMore()
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
        var mail = Post.Mail(Post.Anna, "<kept@example.com>");
        var anna = await host.AnnaAsync();
        await host.TakeAsync(mail);
        await using (var work = host.Work())
        {
            (await work.Get<PrivacyOffice>().EraseAsync(anna)).Succeeded.Should().BeTrue();
        }

        host.Clock.Advance(Duration.FromDays(90));
        await using (var work = host.Work())
        {
            (await work.Get<MessageIntake>().ForgetAsync()).Value.Should().Be(0);
        }

        (await host.TakeAsync(mail)).Outcome.Should().Be(IntakeOutcome.Duplicate, "mail delivered late does not bring back who was erased");
        host.Clock.Advance(Duration.FromMilliseconds(1));
        await using var later = host.Work();
        (await later.Get<MessageIntake>().ForgetAsync()).Value.Should().Be(1);
    }

    [SkippableFact]
    public async Task Contact_RecordedByHandUnderTheSameId_IsKnown_AndTheSameIdOnAnotherChannelIsAnother()
    {
        var host = await HostAsync();
        var anna = await host.AnnaAsync();
        await using (var work = host.Work())
        {
            (await work.History.RecordAsync(new ContactDetails(anna, Channels.Email, Crm.Domain.Values.Direction.Inbound, "By hand") { ExternalId = "<x@example.com>" })).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await host.TakeAsync(Post.Mail(Post.Anna, "x@example.com"))).Outcome.Should().Be(IntakeOutcome.Duplicate);
        (await host.TakeAsync(new InboundMessage(Channels.Web, new(Post.Anna)) { MessageId = "x@example.com", Text = "Form" })).Outcome.Should().Be(IntakeOutcome.NewCase);
    }

    [SkippableFact]
    public async Task Tenants_KnowNothingOfEachOthersMessages()
    {
        var host = await HostAsync<TenantContext>();
        var scopes = new[] { "a", "b" }.Select(t => new Crm.Domain.Access.CrmScope(Crm.Domain.Access.Actor.Agent("ada")) { TenantId = t }).ToArray();
        var mail = Post.Mail("bob@example.org", "1");
        foreach (var scope in scopes)
        {
            await using var work = host.Work(scope);
            var taken = (await work.Get<MessageIntake>().TakeAllAsync([mail, mail])).Value;
            taken.Select(t => t.Outcome).Should().Equal(IntakeOutcome.NewCase, IntakeOutcome.Duplicate);
        }
    }
}
