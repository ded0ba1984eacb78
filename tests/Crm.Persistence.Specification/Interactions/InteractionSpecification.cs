using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>Participants, calls and attachments as they are stored, and what merges and erasures do with them.</summary>
public abstract class InteractionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly AttachedFile s_file = new("offer.pdf", "application/pdf", 3_000_000_000, new string('b', 64), "key-1");

    [SkippableFact]
    [Trait("Check", "IN-04")]
    public async Task Meeting_WithParticipants_StandsInTheHistoryOfEachAndKeepsTheirAnswers()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, bob) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") }));
        var meeting = (await work.History.RecordAsync(new ContactDetails(anna, Channels.OnSiteVisit, Direction.Outbound, "Visit")
        {
            Participants = [new(ParticipantRole.Organiser) { AgentId = "ada" }, new(ParticipantRole.Required) { CustomerId = anna }, new(ParticipantRole.Optional, "bob@example.com", "Bob") { CustomerId = bob }],
        })).Value;
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromHours(1));
        await using (var later = host.Work())
        {
            (await later.History.AnswerAsync(meeting.Id, 3, Acceptance.Accepted)).Succeeded.Should().BeTrue();
            await later.SaveAsync();
        }

        await using var reader = host.Work();
        var found = (await reader.History.FindAsync(meeting.Id))!;
        found.Participants.Select(p => (p.Number, p.Role, p.CustomerId, p.AgentId, p.Acceptance)).Should().BeEquivalentTo(
        [
            (1, ParticipantRole.Organiser, (CustomerId?)null, "ada", Acceptance.None), (2, ParticipantRole.Required, anna, null, Acceptance.None), (3, ParticipantRole.Optional, bob, (string?)null, Acceptance.Accepted),
        ]);
        found.Participants.Single(p => p.Number == 3).AnsweredAt.Should().Be(host.Clock.Now);
        foreach (var customer in new[] { anna, bob })
        {
            (await reader.History.TimelineAsync(customer.ToSubject())).Items.Should().ContainSingle(t => t.Kind == "interaction" && t.Reference == meeting.Id.ToSubject());
        }

        (await Traces.OfAsync(host, meeting.Id.Value)).Audit[^1].Acts.Should().Be("interactions.answered");
    }

    [SkippableFact]
    [Trait("Check", "IN-08")]
    public async Task Call_AsItGoesOn_ComesBackAsTheProviderSaid()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var call = (await work.History.RecordAsync(new ContactDetails(await work.RegisterAsync(Known.Anna), Channels.Phone, Direction.Inbound, "Call")
        {
            ExternalId = "CA-7", AgentId = "ada", Call = new CallDetails(CallStatus.Queued) { NumberDialled = "800 123456", NumberKind = DialledNumberKind.TollFree },
        })).Value;
        await work.SaveAsync();
        await using (var provider = host.Work())
        {
            var known = (await provider.History.FindByExternalIdAsync(Channels.Phone, "CA-7"))!;
            (await provider.History.ProgressCallAsync(known.Id, new CallDetails(CallStatus.NoAnswer) { Wait = Duration.FromMilliseconds(31_500), Recording = "rec-7" })).Succeeded.Should().BeTrue();
            await provider.SaveAsync();
        }

        await using var reader = host.Work();
        (await reader.History.FindAsync(call.Id))!.Call.Should().BeEquivalentTo(new
        {
            Status = CallStatus.NoAnswer, NumberDialled = "800 123456", NumberKind = DialledNumberKind.TollFree, Wait = Duration.FromMilliseconds(31_500), Recording = "rec-7", Talk = (Duration?)null,
        });
        (await reader.History.ProgressCallAsync(call.Id, new CallDetails(CallStatus.InProgress))).Errors.Single().Code.Should().Be("CallTransitionNotAllowed");
        (await reader.Context.Set<Interaction>().CountAsync(i => i.Call!.Status == CallStatus.NoAnswer && i.AgentId == "ada")).Should().Be(1, "statuses are columns");
    }

    [SkippableFact]
    [Trait("Check", "IN-04")]
    public async Task Merge_OfAParticipant_MovesItsPlaceToTheSurvivor()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, survivor, absorbed) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") }), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bobby", "Other") }));
        var mail = (await work.History.RecordAsync(new ContactDetails(anna, Channels.Email, Direction.Inbound, "Hello")
        {
            Participants = [new(ParticipantRole.To) { CustomerId = survivor }, new(ParticipantRole.Cc) { CustomerId = absorbed }],
        })).Value;
        await work.SaveAsync();
        var merge = (await work.Merger.MergeAsync(survivor, absorbed)).Value;
        await using (var merged = host.Work())
        {
            (await merged.History.FindAsync(mail.Id))!.Participants.Should().OnlyContain(p => p.CustomerId == survivor);
            (await merged.History.TimelineAsync(survivor.ToSubject())).Items.Count(t => t.Reference == mail.Id.ToSubject()).Should().Be(1);
            var named = (await merged.History.RecordAsync(new ContactDetails(anna, Channels.Email, Direction.Inbound, "Again") { Participants = [new(ParticipantRole.Cc) { CustomerId = absorbed }] })).Value;
            named.Participants.Single().CustomerId.Should().Be(survivor, "the old id stays good");
        }

        await using var undone = host.Work();
        (await undone.Merger.UnmergeAsync(merge.Id!.Value)).Succeeded.Should().BeTrue();
        await using var reader = host.Work();
        (await reader.History.FindAsync(mail.Id))!.Participants.OrderBy(p => p.Number).Select(p => p.CustomerId).Should().Equal(survivor, absorbed);
    }

    [SkippableFact]
    [Trait("Check", "IN-04")]
    public async Task Erase_OfAParticipant_LeavesTheContactOfTheOtherCustomer()
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
        await using var work = host.Work();
        var (anna, bob) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Qyxother") }));
        var mail = (await work.History.RecordAsync(new ContactDetails(anna, Channels.Email, Direction.Inbound, "Greetings to Bob Qyxother")
        {
            Body = "Kettles are cold, says secret-qyx@example.com.",
            Participants = [new(ParticipantRole.From, "anna.rossi@example.com", "Anna Rossi") { CustomerId = anna }, new(ParticipantRole.Cc, "secret-qyx@example.com", "Bob Q.") { CustomerId = bob }],
            Attachments = [s_file],
        })).Value;
        await work.SaveAsync();

        (await work.Get<PrivacyOffice>().EraseAsync(bob)).Succeeded.Should().BeTrue();

        await using var reader = host.Work();
        var found = (await reader.History.FindAsync(mail.Id))!;
        found.Subject.Should().StartWith("Greetings to ").And.NotContain("Qyxother");
        found.Body.Should().StartWith("Kettles are cold").And.NotContain("qyx");
        found.Participants.Single(p => p.Number == 1).Should().BeEquivalentTo(new { Address = "anna.rossi@example.com", Name = "Anna Rossi", CustomerId = (CustomerId?)anna });
        found.Participants.Single(p => p.Number == 2).Should().BeEquivalentTo(new { Role = ParticipantRole.Cc, Address = (string?)null, Name = (string?)null });
        found.Attachments.Single().Should().BeEquivalentTo(new { s_file.Name, s_file.StorageKey, s_file.Size });
    }

    [SkippableFact]
    public async Task Find_Contact_LoadsItsPartsInANumberOfCommandsThatDoesNotGrow()
    {
        var commands = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(commands));
        await using var work = host.Work();
        var anna = await work.RegisterAsync(Known.Anna);
        var mail = new ContactDetails(anna, Channels.Email, Direction.Inbound, "Hello");
        var bare = (await work.History.RecordAsync(mail)).Value;
        var full = (await work.History.RecordAsync(mail with
        {
            Participants = [.. Enumerable.Range(0, 300).Select(i => new ContactParty(ParticipantRole.To, $"p{i}@example.com"))], Attachments = [.. Enumerable.Repeat(s_file, 20)],
        })).Value;
        await work.SaveAsync();
        var counts = new List<int>();
        foreach (var id in new[] { bare.Id, full.Id })
        {
            await using var reader = host.Work();
            commands.Clear();
            (await reader.History.FindAsync(id)).Should().NotBeNull();
            counts.Add(commands.Commands.Count);
        }

        counts.Should().Equal(4, 4);
    }
}
